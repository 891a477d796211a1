import type { KubeObject } from '#lib/kubernetes/object.ts';
import { array } from '../../command-line/flag.ts';
import type { Command, CommandContext } from '../../command.ts';
import { KubectlError } from '../../kubectl-error.ts';
import { targetFlags } from '../../resources/command-targets.ts';
import { dryRunFlag, fieldManagerFlag, outputFlags } from '../../resources/common-flags.ts';
import type { Info } from '../../resources/info.ts';
import type { Steps } from '../../steps.ts';
import {
	fetchInfos,
	patchTemplates,
	refuseBothAllAndSelector,
	refuseBothLocalAndServer
} from './patch-templates.ts';

/** Models kubectl pkg/cmd/set/set_subject.go. */
export const setSubject: Command = {
	name: 'subject',
	flags: [
		...targetFlags,
		...outputFlags,
		dryRunFlag,
		fieldManagerFlag('kubectl-set'),
		array('user'),
		array('group'),
		array('serviceaccount')
	],
	run: setSubjects
};

interface Subject {
	readonly kind: string;
	readonly apiGroup?: string;
	readonly name: string;
	readonly namespace?: string;
}

function* setSubjects(context: CommandContext): Steps<void> {
	const infos = yield* fetchInfos(context, context.args);
	refuseBothLocalAndServer(context);
	refuseBothAllAndSelector(context);
	const added = subjectsOf(context, infos);
	yield* patchTemplates(context, infos, {
		change: (object) => withSubjects(object, added),
		operation: 'subjects updated',
		refusal: 'failed to patch subjects to rolebinding: '
	});
}

function subjectsOf({ flags, namespace }: CommandContext, infos: readonly Info[]): Subject[] {
	const sorted = (flag: string): readonly string[] => [...new Set(flags.list(flag))].sort();
	const named = (kind: string) => (name: string) => ({
		kind,
		apiGroup: 'rbac.authorization.k8s.io',
		name
	});
	const subjects = [
		...sorted('user').map(named('User')),
		...sorted('group').map(named('Group')),
		...sorted('serviceaccount').map((word): Subject => {
			const [scope = '', name, ...more] = word.split(':');
			if (!name || more.length > 0) {
				throw new KubectlError('serviceaccount must be <namespace>:<name>');
			}
			if (scope === '' && infos.some(({ object }) => object.kind === 'ClusterRoleBinding')) {
				throw new KubectlError(
					'serviceaccount must be <namespace>:<name>, namespace must be specified'
				);
			}
			return { kind: 'ServiceAccount', name, namespace: scope || namespace };
		})
	];
	if (subjects.length > 0) return subjects;
	throw new KubectlError('you must specify at least one value of user, group or serviceaccount');
}

function withSubjects(object: KubeObject, added: readonly Subject[]): KubeObject {
	if (object.kind !== 'RoleBinding' && object.kind !== 'ClusterRoleBinding') {
		throw new KubectlError('setting subjects is only supported for RoleBinding/ClusterRoleBinding');
	}
	const before = (object.subjects ?? []) as readonly Subject[];
	const isNew = (one: Subject): boolean =>
		!before.some(
			(other) =>
				other.kind === one.kind && other.name === one.name && other.namespace === one.namespace
		);
	const fresh = added.filter(isNew);
	return fresh.length === 0 ? object : { ...object, subjects: [...before, ...fresh] };
}
