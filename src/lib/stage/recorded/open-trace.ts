import { recordedMessage } from '#lib/scene/recorded/recorded-message.ts';
import type { Scenario } from '#lib/source/scenario.ts';
import { readTrace, TraceFormatError } from '#lib/trace/json-lines.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { Studio } from '../studio.svelte.ts';

/** Larger files aren't read, bytes: a trace of a thousand Pods has half of it. */
const mostBytes = 200 * 2 ** 20;

/** Plays a trace, or a recording, that someone dropped; false when the file holds neither, and may be something else. What is wrong with it is told. */
export async function openTrace(studio: Studio, file: File): Promise<boolean> {
	const { locale } = studio.settings;
	const refuse = (problem: string) => {
		studio.notice = recordedMessage(locale, 'open.refused', { file: file.name, problem });
		return true;
	};
	const start = await file.slice(0, 4096).text();
	const isTrace = /^\s*\{\s*"format"\s*:\s*"kinetes-trace"/.test(start);
	const isRecording = !isTrace && /^\s*\{[^]*"(?:story|runs|recorded)"\s*:/.test(start);
	if (!isTrace && !isRecording) return false;
	if (file.size > mostBytes) return refuse(recordedMessage(locale, 'open.large'));
	const text = await file.text();
	try {
		await studio.put(async (simulator, engine) => {
			const trace = isTrace ? readTrace(text) : await simulator.play({ text });
			return { run: (await engine).createRun(inputOf(trace), trace), source: 'opened' };
		});
		studio.play();
		return true;
	} catch (problem) {
		const isKnown = problem instanceof TraceFormatError || isRecording;
		if (isKnown && problem instanceof Error) return refuse(problem.message);
		throw problem;
	}
}

/** What a trace says that was done; one that says nothing of the kind can't be run again. */
function inputOf({ header: { input, nodes, seed } }: Trace): Scenario {
	const said = input as Partial<Scenario> | null | undefined;
	const isScenario = Array.isArray(said?.steps) && Array.isArray(said.nodes);
	return isScenario ? (said as Scenario) : { seed, nodes, steps: [] };
}
