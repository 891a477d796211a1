import type { EditedInput } from '#lib/playback/url-state.ts';
import type { NodeSize, Scenario } from '#lib/source/scenario.ts';

/** Between two commands that the lesson doesn't time, ms. */
const betweenCommandsMs = 3000;

/** The file that a lesson's commands name; a manifest of one's own is called so where it has none. */
export function manifestName(scenario: Scenario): string {
	return Object.keys(scenario.files ?? {})[0] ?? 'pod.yaml';
}

/** A lesson's input as it stands in the editor. */
export function inputOf(scenario: Scenario): EditedInput {
	const node = scenario.nodes[0];
	const { [manifestName(scenario)]: manifest = '', ...files } = scenario.files ?? {};
	const edits = scenario.steps.flatMap(({ run, edited }) =>
		edited === undefined ? [] : [[run, edited]]
	);
	return {
		commands: scenario.steps.map((step) => step.run).join('\n'),
		manifest,
		...(edits.length > 0 && { edits: Object.fromEntries(edits) as Record<string, string> }),
		...(Object.keys(files).length > 0 && { files }),
		nodes: scenario.nodes.length,
		cpu: node?.cpu ?? '2',
		memory: node?.memory ?? '4Gi'
	};
}

/** The command lines that are typed: blank ones and comments are not. */
export function commandLines(commands: string): string[] {
	return commands
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '' && !line.startsWith('#'));
}

/** Those of them that open an editor. */
export function editCommands(commands: string): string[] {
	return commandLines(commands).filter((line) =>
		/^kubectl(\s+-\S+(\s+\S+)?)*\s+edit(\s|$)/.test(line)
	);
}

/**
 * The lesson with other input: same seed, same images; a command keeps the time of the lesson's at its place. The lesson's
 * end is for its own commands: others run until the cluster is quiet.
 */
export function scenarioOf(lesson: Scenario, input: EditedInput): Scenario {
	const nodes: NodeSize[] = Array.from({ length: input.nodes }, (_, i) => ({
		...lesson.nodes[i],
		name: lesson.nodes[i]?.name ?? `worker-${i + 1}`,
		cpu: input.cpu.trim(),
		memory: input.memory.trim()
	}));
	const lastMs = lesson.steps.at(-1)?.atMs ?? 0;
	const steps = commandLines(input.commands).map((run, i) => {
		const { edited: _edited, ...step } = lesson.steps[i] ?? {
			atMs: lastMs + (i - lesson.steps.length + 1) * betweenCommandsMs
		};
		const edited = input.edits?.[run];
		return { ...step, run, ...(edited !== undefined && { edited }) };
	});
	const files = { ...lesson.files, ...input.files };
	if (input.manifest.trim() !== '') files[manifestName(lesson)] = input.manifest;
	const { untilMs, ...rest } = lesson;
	const isSame =
		steps.length === lesson.steps.length &&
		steps.every(({ run }, i) => run === lesson.steps[i]?.run);
	return { ...rest, nodes, steps, files, ...(isSame && untilMs !== undefined && { untilMs }) };
}
