import { describe, expect, it } from 'vitest';
import type { Scenario } from '#lib/source/scenario.ts';
import { commandLines, editCommands, inputOf, scenarioOf } from './edited-scenario.ts';

const lesson: Scenario = {
	seed: 7,
	nodes: [
		{ name: 'worker-1', cpu: '2', memory: '4Gi' },
		{ name: 'worker-2', cpu: '2', memory: '4Gi' }
	],
	files: { 'web.yaml': 'kind: Pod\n' },
	steps: [
		{ atMs: 0, run: 'kubectl get pods -w' },
		{ atMs: 700, run: 'kubectl apply -f web.yaml' }
	],
	untilMs: 4000
};

describe('scenarioOf', () => {
	it('gives the lesson back when nothing was edited', () => {
		expect(scenarioOf(lesson, inputOf(lesson))).toEqual(lesson);
	});

	it('leaves in the editor of a kubectl edit what was typed for that command, and nothing where nothing was', () => {
		const edit = 'kubectl -n default edit pod web';
		const input = { ...inputOf(lesson), commands: `kubectl get pods\n${edit}` };
		expect(editCommands(input.commands)).toEqual([edit]);
		expect(scenarioOf(lesson, input).steps.map(({ edited }) => edited)).toEqual([
			undefined,
			undefined
		]);
		const typed = { ...input, edits: { [edit]: 'kind: Pod\n' } };
		const edited = scenarioOf(lesson, typed);
		expect(edited.steps[1]).toEqual({ atMs: 700, run: edit, edited: 'kind: Pod\n' });
		expect(inputOf(edited).edits).toEqual(typed.edits);
	});

	it('keeps every file apart', () => {
		const two = { ...lesson, files: { ...lesson.files, 'b.yaml': 'kind: Service\n' } };
		const input = inputOf(two);
		expect(input.files).toEqual({ 'b.yaml': 'kind: Service\n' });
		expect(scenarioOf(two, input)).toEqual(two);
		const { files } = scenarioOf(two, { ...input, files: { 'b.yaml': 'kind: Secret\n' } });
		expect(files).toEqual({ 'web.yaml': 'kind: Pod\n', 'b.yaml': 'kind: Secret\n' });
	});

	it('adds workers of the size that was asked for, and names them on', () => {
		const { nodes } = scenarioOf(lesson, { ...inputOf(lesson), nodes: 3, cpu: '500m' });
		expect(nodes.map(({ name, cpu }) => `${name} ${cpu}`)).toEqual([
			'worker-1 500m',
			'worker-2 500m',
			'worker-3 500m'
		]);
	});

	it('types further commands after those of the lesson', () => {
		const { steps } = scenarioOf(lesson, {
			...inputOf(lesson),
			commands: 'kubectl get pods\nkubectl get nodes\nkubectl delete pod web\nkubectl get pods'
		});
		expect(steps.map((step) => step.atMs)).toEqual([0, 700, 3700, 6700]);
	});

	it('lets other commands run to their end, however early the lesson ends', () => {
		const commands = 'kubectl get pods\nkubectl get nodes\nkubectl delete pod web';
		expect(scenarioOf(lesson, { ...inputOf(lesson), commands }).untilMs).toBeUndefined();
		expect(scenarioOf(lesson, { ...inputOf(lesson), nodes: 5 }).untilMs).toBe(4000);
	});
});

describe('commandLines', () => {
	it('leaves out blank lines and comments', () => {
		expect(commandLines('# two\n\n  kubectl get pods \n')).toEqual(['kubectl get pods']);
	});
});
