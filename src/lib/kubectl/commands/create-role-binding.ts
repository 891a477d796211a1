import type { KubeObject } from '#lib/kubernetes/object.ts';
import { array, text } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { KubectlError } from '../kubectl-error.ts';
import { argumentsOf, createFlags, createOne, nameArgument } from './create-one.ts';

const apiGroup = 'rbac.authorization.k8s.io';
const subjectFlags = [array('user'), array('group'), array('serviceaccount')];

/** Models kubectl pkg/cmd/create/create_rolebinding.go. */
export const createRoleBinding: Command = {
	name: 'rolebinding',
	flags: [...createFlags, ...subjectFlags, text('clusterrole'), text('role')],
	*run(context) {
		const name = nameArgument(argumentsOf(context));
		const [role, clusterRole] = [context.flags.text('role'), context.flags.text('clusterrole')];
		if ((role === '') === (clusterRole === '')) {
			throw new KubectlError('exactly one of clusterrole or role must be specified');
		}
		const kind = role === '' ? 'ClusterRole' : 'Role';
		yield* createOne(context, bindingOf(context, 'RoleBinding', name, kind, role || clusterRole));
	}
};

/** Models kubectl pkg/cmd/create/create_clusterrolebinding.go. */
export const createClusterRoleBinding: Command = {
	name: 'clusterrolebinding',
	requiredFlags: ['clusterrole'],
	flags: [...createFlags, ...subjectFlags, text('clusterrole')],
	*run(context) {
		const name = nameArgument(argumentsOf(context));
		const role = context.flags.text('clusterrole');
		yield* createOne(context, bindingOf(context, 'ClusterRoleBinding', name, 'ClusterRole', role));
	}
};

function bindingOf(
	{ flags }: CommandContext,
	kind: string,
	name: string,
	roleKind: string,
	roleName: string
): KubeObject {
	const named = (subject: string) => (subjectName: string) => ({
		kind: subject,
		apiGroup,
		name: subjectName
	});
	const subjects = [
		...flags.list('user').map(named('User')),
		...flags.list('group').map(named('Group')),
		...flags.list('serviceaccount').map(serviceAccount)
	];
	return {
		kind,
		apiVersion: `${apiGroup}/v1`,
		metadata: { name },
		...(subjects.length > 0 ? { subjects } : undefined),
		roleRef: { apiGroup, kind: roleKind, name: roleName }
	};
}

function serviceAccount(word: string): object {
	const [namespace, name, ...more] = word.split(':');
	if (!namespace || !name || more.length > 0) {
		throw new KubectlError('serviceaccount must be <namespace>:<name>');
	}
	return { kind: 'ServiceAccount', name, namespace };
}
