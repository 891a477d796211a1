import type { KubeObject } from '#lib/kubernetes/object.ts';
import { callForObject, sorted } from '../api-call.ts';
import { bool, type Flag, text } from '../command-line/flag.ts';
import type { CommandContext } from '../command.ts';
import { dryRunOf, dryRunQuery } from '../dry-run.ts';
import { KubectlError, throwCollected } from '../kubectl-error.ts';
import { resultPrinter } from '../output/print-result.ts';
import { patchTypes } from '../patch/content-types.ts';
import {
	allNamespacesFlag,
	dryRunFlag,
	fieldManagerFlag,
	fieldSelectorFlag,
	fileFlags,
	outputFlags,
	selectorFlag
} from '../resources/common-flags.ts';
import { recordedAnnotations, recordFlag } from '../record.ts';
import { caught, fetchTargets } from '../resources/fetch.ts';
import { type Info, infoPath } from '../resources/info.ts';
import { readFiles } from '../resources/read-files.ts';
import { readTargets } from '../resources/targets.ts';
import type { Steps } from '../steps.ts';
import { type PairChanges, readPairs } from './change-pairs.ts';

/** What differs between `label` and `annotate`. */
export interface MetadataChange {
	readonly field: 'labels' | 'annotations';
	readonly noun: 'label' | 'annotation';
	/** Checks the pairs before anything is asked. */
	check(changes: PairChanges): void;
	/** The error when values are there already. */
	overwriteError(existing: readonly (readonly [string, string])[]): KubectlError;
	/** What is printed behind the object's name. */
	operation(before: Pairs, after: Pairs, overwrites: boolean): string;
	/** Says that a key to be removed isn't there, if the command does so. */
	absentText(key: string): string;
}

type Pairs = Readonly<Record<string, string>>;

export function metadataFlags(manager: string): readonly Flag[] {
	return [
		...fileFlags,
		...outputFlags,
		selectorFlag,
		fieldSelectorFlag,
		allNamespacesFlag,
		dryRunFlag,
		fieldManagerFlag(manager),
		recordFlag,
		bool('all'),
		bool('list'),
		bool('local'),
		bool('overwrite'),
		text('resource-version')
	];
}

/** Models kubectl pkg/cmd/label/label.go and pkg/cmd/annotate/annotate.go. */
export function* changeMetadata(context: CommandContext, change: MetadataChange): Steps<void> {
	const { flags } = context;
	const changes = readPairs(context.args, change.noun, context.name);
	const isList = flags.bool('list');
	if (changes.resources.length === 0 && !flags.given('filename')) {
		throw new KubectlError(
			'one or more resources must be specified as <resource> <name> or <resource>/<name>'
		);
	}
	if (Object.keys(changes.set).length + changes.remove.length === 0 && !isList) {
		throw new KubectlError(`at least one ${change.noun} update is required`);
	}
	change.check(changes);
	const { infos, errors } = yield* targetsOf(context, changes);
	const failures = [...errors];
	for (const info of infos) {
		const pairs = Object.entries(info.object.metadata[change.field] ?? {});
		if (isList) context.out(pairs.map(([key, value]) => `${key}=${value}\n`).join(''));
		const result = isList ? undefined : yield* caught(changeOne(context, change, changes, info));
		if (result instanceof Error) failures.push(result);
	}
	throwCollected(failures);
}

function* targetsOf(
	context: CommandContext,
	{ resources }: PairChanges
): Steps<{ infos: readonly Info[]; errors: readonly Error[] }> {
	const { flags } = context;
	const selectors = {
		labelSelector: flags.text('selector'),
		fieldSelector: flags.text('field-selector')
	};
	const namespace = flags.bool('all-namespaces') ? '' : context.namespace;
	if (flags.given('filename')) {
		const { infos, errors } = readFiles(context, false);
		const fetched = yield* fetchTargets({ type: 'names', named: infos }, { namespace });
		return { infos: fetched.infos, errors: [...errors, ...fetched.errors] };
	}
	const targets = readTargets(resources, {
		...selectors,
		selectAll: flags.bool('all'),
		allNamespaces: flags.bool('all-namespaces'),
		context
	});
	return yield* fetchTargets(targets, { namespace, ...selectors });
}

function* changeOne(
	context: CommandContext,
	change: MetadataChange,
	{ set, remove }: PairChanges,
	info: Info
): Steps<void> {
	const { flags } = context;
	const dryRun = dryRunOf(context);
	const print = resultPrinter(context, dryRun);
	const before = info.object.metadata[change.field] ?? {};
	const existing = Object.keys(set)
		.filter((key) => before[key] !== undefined && before[key] !== set[key])
		.map((key) => [key, before[key]!] as const);
	if (!flags.bool('overwrite') && existing.length > 0) throw change.overwriteError(existing);
	for (const key of remove) if (before[key] === undefined) context.out(change.absentText(key));
	const after = Object.fromEntries(
		Object.entries({ ...before, ...set }).filter(([key]) => !remove.includes(key))
	);
	const operation = change.operation(before, after, flags.bool('overwrite'));
	if (dryRun === 'client' || flags.bool('local')) {
		const metadata = { ...info.object.metadata, [change.field]: after };
		context.out(print({ ...info.object, metadata } as KubeObject, operation));
		return;
	}
	const version = flags.text('resource-version');
	const differences = Object.fromEntries([
		...Object.entries(set).filter(([key, value]) => before[key] !== value),
		...remove.filter((key) => before[key] !== undefined).map((key) => [key, null])
	]);
	const noted = recordedAnnotations(context);
	const changed = change.field === 'annotations' ? { ...noted, ...differences } : differences;
	const metadata = {
		...(noted === undefined ? undefined : { annotations: noted }),
		...(Object.keys(changed).length > 0 ? { [change.field]: changed } : undefined),
		...(version === '' ? undefined : { resourceVersion: version })
	};
	const patched = yield* callForObject({
		method: 'PATCH',
		path: infoPath(info),
		query: sorted({ ...dryRunQuery(dryRun), fieldManager: flags.text('field-manager') }),
		contentType: patchTypes.merge,
		body: Object.keys(metadata).length > 0 ? { metadata } : {}
	});
	context.out(print(patched, operation));
}
