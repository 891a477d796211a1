import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Container, EnvVar } from '#lib/kubernetes/pod.ts';
import { array, bool, missing, slice, text } from '../../command-line/flag.ts';
import type { Command, CommandContext } from '../../command.ts';
import { KubectlError } from '../../kubectl-error.ts';
import { targetFlags } from '../../resources/command-targets.ts';
import { dryRunFlag, fieldManagerFlag, outputFlags } from '../../resources/common-flags.ts';
import { withPodSpec } from '../../resources/pod-spec.ts';
import type { Steps } from '../../steps.ts';
import { readEnvironmentChange, updatedEnvironment } from './environment-change.ts';
import {
	fetchInfos,
	isSelected,
	patchTemplates,
	refuseBothAllAndSelector,
	refuseBothLocalAndServer
} from './patch-templates.ts';

/** Models kubectl pkg/cmd/set/set_env.go. */
export const setEnv: Command = {
	name: 'env',
	flags: [
		...targetFlags,
		...outputFlags,
		dryRunFlag,
		fieldManagerFlag('kubectl-set'),
		text('containers', 'c', '*'),
		text('from'),
		text('prefix'),
		array('env', 'e'),
		slice('keys'),
		bool('list'),
		missing(bool('resolve')),
		bool('overwrite', undefined, true)
	],
	run: setVariables
};

function* setVariables(context: CommandContext): Steps<void> {
	const { flags, args } = context;
	refuseBothAllAndSelector(context);
	const isChange = (arg: string): boolean => /^.+=/s.test(arg) || arg.endsWith('-');
	const first = args.findIndex(isChange);
	const words = first < 0 ? args : args.slice(0, first);
	const given = first < 0 ? [] : args.slice(first);
	if (!given.every(isChange)) {
		throw new KubectlError(
			`all resources must be specified before environment changes: ${args.join(' ')}`
		);
	}
	checkFlags(context, words);
	const change = readEnvironmentChange([...flags.list('env'), ...given], context.stdin);
	const imported = flags.text('from') === '' ? [] : yield* variablesFrom(context);
	const prefix = flags.text('prefix');
	const set = [...change.set, ...imported].map((one) => ({ ...one, name: prefix + one.name }));
	const infos = yield* fetchInfos(context, words);
	const pattern = flags.text('containers');
	const changeContainer = (container: Container): Container => {
		if (!isSelected(container.name, pattern)) return container;
		if (!flags.bool('overwrite')) refuseOverwrites(container, set);
		const { env: before = [], ...rest } = container;
		const env = updatedEnvironment(before, set, change.remove);
		return env.length === 0 ? rest : { ...rest, env };
	};
	const changeObject = (object: KubeObject): KubeObject =>
		withPodSpec(object, (spec) => {
			const { containers, initContainers = [] } = spec;
			if (![...containers, ...initContainers].some(({ name }) => isSelected(name, pattern))) {
				const name = `${object.kind}/${object.metadata.name ?? ''}`;
				context.err(
					`Warning: ${name} does not have any containers matching ${JSON.stringify(pattern)}\n`
				);
			}
			const changed = { ...spec, containers: containers.map(changeContainer) };
			if (initContainers.length === 0) return changed;
			return { ...changed, initContainers: initContainers.map(changeContainer) };
		});
	if (flags.bool('list')) {
		for (const { object } of infos) listVariables(context, changeObject(object));
		return;
	}
	yield* patchTemplates(context, infos, {
		operation: 'env updated',
		refusal: 'failed to patch env update to pod template: ',
		change: changeObject,
		afterwards() {
			if (set.length > 0 || given.length > 0) return;
			throw new KubectlError('at least one environment variable must be provided');
		}
	});
}

function checkFlags(context: CommandContext, words: readonly string[]): void {
	const { flags } = context;
	refuseBothLocalAndServer(context);
	if (words.length === 0 && !flags.given('filename')) {
		throw new KubectlError(
			'one or more resources must be specified as <resource> <name> or <resource>/<name>'
		);
	}
	if (flags.bool('list') && flags.text('output') !== '') {
		throw new KubectlError('--list and --output may not be specified together');
	}
	if (flags.list('keys').length > 0 && flags.text('from') === '') {
		throw new KubectlError(
			'when specifying --keys, a configmap or secret must be provided with --from'
		);
	}
}

/** A variable for each key of the ConfigMap or Secret of `--from`. */
function* variablesFrom(context: CommandContext): Steps<readonly EnvVar[]> {
	const { flags } = context;
	const keys = flags.list('keys');
	const variables: EnvVar[] = [];
	for (const { object } of yield* fetchInfos(context, [flags.text('from')])) {
		const source = { ConfigMap: 'configMapKeyRef', Secret: 'secretKeyRef' }[object.kind];
		if (source === undefined) {
			throw new KubectlError('unsupported resource specified in --from');
		}
		for (const key of Object.keys((object.data ?? {}) as object).sort()) {
			if (keys.length > 0 && !keys.includes(key)) continue;
			const name = key.replace(/[^a-zA-Z0-9_]/g, '_').toUpperCase();
			if (name !== key) context.err(`Warning: key ${key} transferred to ${name}\n`);
			variables.push({ name, valueFrom: { [source]: { name: object.metadata.name, key } } });
		}
	}
	return variables;
}

function refuseOverwrites({ env = [] }: Container, set: readonly EnvVar[]): void {
	for (const { name, value = '' } of set) {
		const current = env.find((one) => one.name === name);
		if (current === undefined || (current.value ?? '') === value) continue;
		throw new KubectlError(
			`'${name}' already has a value (${current.value ?? ''}), and --overwrite is false`
		);
	}
}

function listVariables(context: CommandContext, object: KubeObject): void {
	const pattern = context.flags.text('containers');
	withPodSpec(object, (spec) => {
		for (const container of [...spec.containers, ...(spec.initContainers ?? [])]) {
			if (!isSelected(container.name, pattern)) continue;
			const name = object.metadata.name ?? '';
			context.out(`# ${object.kind} ${name}, container ${container.name}\n`);
			for (const variable of container.env ?? []) context.out(`${variableText(variable)}\n`);
		}
		return spec;
	});
}

interface EnvReference {
	readonly name?: string;
	readonly key?: string;
}

/** Models kubectl pkg/cmd/set/env/env_resolve.go GetEnvVarRefString. */
function variableText({ name, value = '', valueFrom }: EnvVar): string {
	if (valueFrom === undefined) return `${name}=${value}`;
	const { configMapKeyRef, secretKeyRef, fieldRef, resourceFieldRef } = valueFrom as {
		readonly configMapKeyRef?: EnvReference;
		readonly secretKeyRef?: EnvReference;
		readonly fieldRef?: { readonly fieldPath?: string };
		readonly resourceFieldRef?: { readonly containerName?: string; readonly resource?: string };
	};
	const keyed = (kind: string, { name: of = '', key = '' }: EnvReference): string =>
		`${kind} ${of}, key ${key}`;
	let from = 'invalid valueFrom';
	if (configMapKeyRef !== undefined) from = keyed('configmap', configMapKeyRef);
	else if (secretKeyRef !== undefined) from = keyed('secret', secretKeyRef);
	else if (fieldRef !== undefined) from = `field path ${fieldRef.fieldPath ?? ''}`;
	else if (resourceFieldRef !== undefined) {
		const { containerName, resource = '' } = resourceFieldRef;
		const prefix = containerName ? `${containerName}/` : '';
		from = `resource field ${prefix}${resource}`;
	}
	return `# ${name} from ${from}`;
}
