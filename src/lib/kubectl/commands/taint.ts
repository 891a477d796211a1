import type { Node, Taint } from '#lib/kubernetes/pod.ts';
import { resourceNamed, type Resource } from '#lib/kubernetes/resources.ts';
import { callForObject, sorted } from '../api-call.ts';
import { bool } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { dryRunOf, dryRunQuery } from '../dry-run.ts';
import { KubectlError, throwCollected } from '../kubectl-error.ts';
import { resultPrinter } from '../output/print-result.ts';
import { patchTypes } from '../patch/content-types.ts';
import {
	dryRunFlag,
	fieldManagerFlag,
	outputFlags,
	selectorFlag
} from '../resources/common-flags.ts';
import { caught, fetchTargets } from '../resources/fetch.ts';
import { type Info, infoPath } from '../resources/info.ts';
import type { Targets } from '../resources/targets.ts';
import { fieldValidation, validateFlag } from '../resources/validation.ts';
import type { Steps } from '../steps.ts';
import { readTaints, type TaintChanges } from './read-taints.ts';

/** Models kubectl pkg/cmd/taint/taint.go. */
export const taint: Command = {
	name: 'taint',
	flags: [
		...outputFlags,
		selectorFlag,
		dryRunFlag,
		fieldManagerFlag('kubectl-taint'),
		validateFlag,
		bool('all'),
		bool('overwrite')
	],
	run: taintNodes
};

function* taintNodes(context: CommandContext): Steps<void> {
	const { flags, args } = context;
	const isSpec = (arg: string): boolean => /[=:]/.test(arg) || arg.endsWith('-');
	const firstSpec = args.findIndex(isSpec);
	const [type, ...names] = (firstSpec < 0 ? args : args.slice(0, firstSpec)).flatMap((arg) =>
		arg.split('/')
	);
	if (type === undefined) {
		throw new KubectlError(
			'one or more resources must be specified as <resource> <name> or <resource>/<name>'
		);
	}
	const resource = resourceOf(type);
	if (firstSpec < 0) throw new KubectlError('at least one taint update is required');
	const changes = readTaints(args.slice(firstSpec));
	const labelSelector = flags.text('selector');
	const selects = labelSelector !== '' || flags.bool('all');
	if (names.length === 0 && !selects) {
		throw new KubectlError('resource(s) were provided, but no name was specified');
	}
	const targets: Targets = selects
		? { type: 'lists', resources: [resource] }
		: { type: 'names', named: names.map((name) => ({ resource, name })) };
	const { infos, errors } = yield* fetchTargets(targets, { namespace: '', labelSelector });
	const failures = [...errors];
	for (const info of infos) {
		const result = yield* caught(taintNode(context, changes, info));
		if (result instanceof Error) failures.push(result);
	}
	throwCollected(failures);
}

function resourceOf(type: string): Resource {
	const resource = resourceNamed(type);
	if (resource === undefined) {
		throw new KubectlError(`the server doesn't have a resource type ${JSON.stringify(type)}`, true);
	}
	if (resource.kind !== 'Node') {
		throw new KubectlError(`invalid resource type ${type}, only node(s) is supported`);
	}
	return resource;
}

function* taintNode(context: CommandContext, changes: TaintChanges, info: Info): Steps<void> {
	const { flags } = context;
	const dryRun = dryRunOf(context);
	const print = resultPrinter(context, dryRun);
	const old = (info.object as Node).spec.taints ?? [];
	const { taints, operation } = changed(old, changes, flags.bool('overwrite'), info.name);
	const spec = { ...(info.object as Node).spec, taints };
	if (dryRun === 'client') {
		context.out(print({ ...info.object, spec }, operation));
		return;
	}
	const patched = yield* callForObject({
		method: 'PATCH',
		path: infoPath(info),
		query: sorted({
			...dryRunQuery(dryRun),
			fieldManager: flags.text('field-manager'),
			fieldValidation: fieldValidation(context)
		}),
		contentType: patchTypes.strategic,
		body: { spec: { taints: taints.length > 0 ? taints : null } }
	});
	context.out(print(patched, operation));
}

/** Models kubectl pkg/cmd/taint/utils.go reorganizeTaints. */
function changed(
	old: readonly Taint[],
	{ add, remove }: TaintChanges,
	overwrites: boolean,
	node: string
): { taints: readonly Taint[]; operation: string } {
	const isSame = (a: Taint, b: Taint): boolean => a.key === b.key && a.effect === b.effect;
	const existing = add.filter((one) => old.some((other) => isSame(one, other)));
	if (existing.length > 0 && !overwrites) {
		const keys = [...new Set(existing.map(({ key }) => key))].join(',');
		throw new KubectlError(
			`node ${node} already has ${keys} taint(s) with same effect(s) and --overwrite is false`
		);
	}
	const isRemoved = (one: Taint): boolean =>
		remove.some(({ key, effect }) => key === one.key && (effect ?? one.effect) === one.effect);
	const absent = remove.filter(
		({ key, effect }) =>
			!old.some((one) => one.key === key && (effect ?? one.effect) === one.effect)
	);
	throwCollected(
		absent.map(
			({ key, effect }) =>
				new KubectlError(`taint ${JSON.stringify(effect ? `${key}:${effect}` : key)} not found`)
		)
	);
	const kept = old.filter((one) => !isRemoved(one) && !add.some((other) => isSame(one, other)));
	const hasNew = add.length > existing.length;
	const operation =
		existing.length > 0 || (add.length > 0 && remove.length > 0)
			? 'modified'
			: hasNew
				? 'tainted'
				: 'untainted';
	return { taints: [...add, ...kept], operation };
}
