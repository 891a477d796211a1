import type { KubeObject } from '#lib/kubernetes/object.ts';
import { groupOf } from '#lib/kubernetes/resources.ts';
import { callForObject, sorted } from '../../api-call.ts';
import { array, bool, int, missing, text } from '../../command-line/flag.ts';
import type { Command, CommandContext } from '../../command.ts';
import {
	isNotFound,
	KubectlError,
	SilentFailure,
	throwCollected,
	usageError
} from '../../kubectl-error.ts';
import { unifiedDiff } from '../../output/unified-diff.ts';
import { yamlText } from '../../output/yaml-text.ts';
import { usualPatchType } from '../../patch/content-types.ts';
import { lastAppliedAnnotation } from '../../patch/last-applied.ts';
import { threeWayPatch } from '../../patch/three-way-patch.ts';
import { fileFlags, selectorFlag } from '../../resources/common-flags.ts';
import { caught, listPath } from '../../resources/fetch.ts';
import { type Info, infoPath } from '../../resources/info.ts';
import { selectsLabels } from '../../resources/label-filter.ts';
import { readFiles } from '../../resources/read-files.ts';
import type { Steps } from '../../steps.ts';
import { applyManager, serverSideFlags } from '../apply/server-side.ts';
import { maskSecrets } from './mask-secrets.ts';

/** Models kubectl pkg/cmd/diff/diff.go. */
export const diff: Command = {
	name: 'diff',
	failureCode: 2,
	flags: [
		...fileFlags,
		...serverSideFlags,
		selectorFlag,
		text('field-manager', undefined, 'kubectl-client-side-apply'),
		bool('show-managed-fields'),
		int('concurrency', 1),
		missing(bool('prune')),
		missing(array('prune-allowlist'))
	],
	run: showDifferences
};

function* showDifferences(context: CommandContext): Steps<void> {
	const { args, flags } = context;
	if (args.length > 0) throw usageError('diff', `Unexpected args: [${args.join(' ')}]`);
	if (!flags.given('filename')) throw new KubectlError('must specify one of -f and -k');
	if (flags.bool('force-conflicts') && !flags.bool('server-side')) {
		throw new KubectlError('--force-conflicts only works with --server-side');
	}
	const { infos, errors } = readFiles(context, false);
	const isAsked = selectsLabels(flags.text('selector'));
	const failures = [...errors];
	const texts: (readonly [string, string])[] = [];
	for (const info of infos.filter(({ object }) => isAsked(object))) {
		const found = yield* caught(differenceOf(context, info));
		if (found instanceof Error) failures.push(found);
		else if (found !== '') texts.push([fileName(info), found]);
	}
	throwCollected(failures);
	const stamp = timeText(context.nowMs());
	const [live, merged] = ['LIVE', 'MERGED'].map(
		(version) => `/tmp/${version}-${suffixOf(context)}`
	);
	for (const [name, found] of texts.sort(([a], [b]) => (a < b ? -1 : 1))) {
		const [from, to] = [`${live!}/${name}`, `${merged!}/${name}`];
		context.out(`diff -u -N ${from} ${to}\n--- ${from}\t${stamp}\n+++ ${to}\t${stamp}\n${found}`);
	}
	if (texts.length > 0) throw new SilentFailure();
}

/** What would change, '' when nothing would. */
function* differenceOf(context: CommandContext, info: Info): Steps<string> {
	const found = yield* caught(callForObject({ method: 'GET', path: infoPath(info) }));
	if (found instanceof Error && !isNotFound(found)) throw found;
	const live = found instanceof Error ? undefined : found;
	const merged = yield* mergedOf(context, info, live);
	if (live?.metadata.deletionTimestamp) {
		context.err(
			`Warning: Detected changes to resource ${info.name} which is currently being deleted.\n`
		);
	}
	const [from, to] = maskSecrets(live, merged);
	return unifiedDiff(from === undefined ? '' : yamlText(from), yamlText(to));
}

/** As it would be if it were applied: the server tries it. Models InfoObject.Merged. */
function* mergedOf(
	context: CommandContext,
	info: Info,
	live: KubeObject | undefined
): Steps<KubeObject> {
	const { flags } = context;
	if (flags.bool('server-side')) {
		const force = String(flags.bool('force-conflicts'));
		return yield* callForObject({
			method: 'PATCH',
			path: infoPath(info),
			query: sorted({ dryRun: 'All', fieldManager: applyManager(context), force }),
			contentType: 'application/apply-patch+yaml',
			body: info.object
		});
	}
	const query = sorted({ dryRun: 'All', fieldManager: flags.text('field-manager') });
	if (live === undefined) {
		const path = listPath(info.resource, info.namespace);
		return yield* callForObject({ method: 'POST', path, query, body: info.object });
	}
	const last = live.metadata.annotations?.[lastAppliedAnnotation] ?? '{}';
	const patch = threeWayPatch(
		JSON.parse(last) as unknown,
		modifiedOf(info.object),
		live,
		live.kind
	);
	if (Object.keys(patch).length === 0) return live;
	const { resourceVersion } = live.metadata;
	const metadata = { ...(patch.metadata as object | undefined), resourceVersion };
	return yield* callForObject({
		method: 'PATCH',
		path: infoPath(info),
		query,
		contentType: usualPatchType(info.resource),
		body: { ...patch, metadata }
	});
}

/** The manifest without the annotation that apply would add. Models kubectl pkg/util/apply.go GetModifiedConfiguration. */
function modifiedOf(object: KubeObject): KubeObject {
	const { [lastAppliedAnnotation]: _, ...annotations } = object.metadata.annotations ?? {};
	return { ...object, metadata: { ...object.metadata, annotations } };
}

/** `apps.v1.Deployment.default.web`. */
function fileName({ resource, namespace, name }: Info): string {
	const group = groupOf(resource);
	const version = resource.apiVersion.split('/').at(-1)!;
	return [...(group === '' ? [] : [group]), version, resource.kind, namespace, name].join('.');
}

/** Stands for the random name of a folder. */
function suffixOf(context: CommandContext): string {
	return String(Math.floor(context.nowMs()) % 1_000_000_000).padStart(9, '1');
}

function timeText(nowMs: number): string {
	const [date = '', time = ''] = new Date(nowMs).toISOString().split('T');
	return `${date} ${time.replace('Z', '')}000000 +0000`;
}
