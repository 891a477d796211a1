import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { lessonIds } from '#lib/lessons/lesson-ids.ts';
import type { Scenario, Step } from '#lib/source/scenario.ts';
import { simulate } from '#lib/source/simulate.ts';
import { writeTrace } from '#lib/trace/json-lines.ts';
import { lessonOnDisk } from './built-in-lessons.ts';
import { parseDurationMs } from './duration.ts';
import { UsageError } from './usage-error.ts';
import { count, workers } from './workers.ts';

/** `kinetes record`: runs a scenario and writes its trace. */
export function record(args: string[]): void {
	const options = readOptions(args);
	const lesson = options.lesson === undefined ? undefined : lessonScenario(options.lesson);
	const files = readFiles(options.file ?? []);
	const applied = Object.keys(files).map<Step>((name) => ({
		atMs: 0,
		run: `kubectl apply -f ${name}`
	}));
	const steps = [...applied, ...(options.do ?? []).map(readStep)];
	if (lesson === undefined && steps.length === 0) {
		throw new UsageError('nothing to do: give --lesson, -f or --do');
	}
	const scenario: Scenario = {
		...(lesson ?? { nodes: workers(3) }),
		...(options.nodes === undefined
			? undefined
			: { nodes: workers(count('--nodes', options.nodes)) }),
		seed: options.seed === undefined ? (lesson?.seed ?? 1) : count('--seed', options.seed),
		files: { ...lesson?.files, ...files },
		steps: [...(lesson?.steps ?? []), ...steps].sort((a, b) => a.atMs - b.atMs),
		...(options.until === undefined ? undefined : { untilMs: parseDurationMs(options.until) })
	};
	const text = writeTrace(simulate(scenario));
	if (options.output === undefined) process.stdout.write(text);
	else writeFileSync(options.output, text);
}

function readOptions(args: string[]) {
	try {
		return parseArgs({
			args,
			options: {
				lesson: { type: 'string' },
				file: { type: 'string', short: 'f', multiple: true },
				do: { type: 'string', multiple: true },
				nodes: { type: 'string' },
				seed: { type: 'string' },
				until: { type: 'string' },
				output: { type: 'string', short: 'o' }
			}
		}).values;
	} catch (error) {
		throw new UsageError((error as Error).message);
	}
}

function lessonScenario(id: string): Scenario {
	const known = lessonIds.find((candidate) => candidate === id);
	if (known !== undefined) return lessonOnDisk(known).scenario;
	throw new UsageError(
		`there is no lesson ${JSON.stringify(id)}; there are ${lessonIds.join(', ')}`
	);
}

function readFiles(paths: readonly string[]): Record<string, string> {
	return Object.fromEntries(
		paths.map((path) => {
			try {
				return [basename(path), readFileSync(path, 'utf8')] as const;
			} catch (error) {
				throw new UsageError(`can't read ${path}: ${(error as Error).message}`);
			}
		})
	);
}

function readStep(text: string): Step {
	const [at, ...words] = text.trim().split(/\s+/);
	if (at === undefined || words.length === 0) {
		throw new UsageError(
			`--do takes a time and a command, e.g. '0s kubectl get pods', not ${JSON.stringify(text)}`
		);
	}
	return { atMs: parseDurationMs(at), run: text.trim().slice(at.length).trim() };
}
