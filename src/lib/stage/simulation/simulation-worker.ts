/**
 * Runs clusters beside the page, so that the picture goes on moving however long a run takes.
 */
import { namesFurtherCommand } from '#lib/kubectl/further-command-names.ts';
import { namesFurtherKind } from '#lib/kubernetes/kinds/named-kinds.ts';
import type { Scenario } from '#lib/source/scenario.ts';
import { simulate } from '#lib/source/simulate.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { SimulationNews, SimulationOrder } from './simulation-message.ts';

/** So many events go over at once: what the page unpacks in less than a frame. */
const piece = 2000;

const tell = (news: SimulationNews): void => postMessage(news);

/** Rules of kinds and commands that few people use come when someone names one. */
let kinds: Promise<void> | undefined;
let commands: Promise<void> | undefined;

async function learnWhatIsNamed(scenario: Scenario): Promise<void> {
	const text = JSON.stringify(scenario);
	const namesKind = namesFurtherKind(text);
	if (namesKind) {
		kinds ??= import('#lib/kubernetes/kinds/further-kinds.ts').then(({ learnFurtherKinds }) =>
			learnFurtherKinds()
		);
	}
	if (namesKind || namesFurtherCommand(text)) {
		commands ??= import('#lib/kubectl/further-commands.ts').then(({ learnFurtherCommands }) =>
			learnFurtherCommands()
		);
	}
	await kinds;
	await commands;
}

addEventListener('message', ({ data }: MessageEvent<SimulationOrder>) => void run(data));

async function traceOf(order: SimulationOrder): Promise<Trace> {
	if ('recording' in order) {
		const { playRecording } = await import('#lib/source/recorded/play-recording.ts');
		return playRecording(order.recording);
	}
	await learnWhatIsNamed(order.scenario);
	return simulate(order.scenario);
}

async function run(order: SimulationOrder): Promise<void> {
	const { id } = order;
	try {
		const { header, events } = await traceOf(order);
		if ('isRehearsal' in order && order.isRehearsal) return tell({ id, type: 'done' });
		tell({ id, type: 'header', header });
		for (let from = 0; from < events.length; from += piece) {
			tell({ id, type: 'events', events: events.slice(from, from + piece) });
		}
		tell({ id, type: 'done' });
	} catch (problem) {
		tell({
			id,
			type: 'failed',
			message: problem instanceof Error ? problem.message : String(problem)
		});
	}
}
