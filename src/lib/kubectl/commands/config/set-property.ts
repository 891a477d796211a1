import { bool } from '../../command-line/flag.ts';
import { parseGoBool } from '../../command-line/go-value.ts';
import type { Command } from '../../command.ts';
import {
	type Entry,
	entryOf,
	type Kubeconfig,
	type Section,
	sections,
	withEntry
} from '../../kubeconfig/kubeconfig.ts';
import { keepKubeconfig, kubeconfigOf } from '../../kubeconfig/read-kubeconfig.ts';
import { KubectlError } from '../../kubectl-error.ts';
import { atOnce } from '../../steps.ts';
import { exactly } from './arguments.ts';

/** The fields of each part's entries. */
const fields: Readonly<Record<Section, readonly string[]>> = {
	clusters: [
		'server',
		'tls-server-name',
		'insecure-skip-tls-verify',
		'certificate-authority',
		'certificate-authority-data',
		'proxy-url'
	],
	contexts: ['cluster', 'user', 'namespace'],
	users: [
		'client-certificate',
		'client-certificate-data',
		'client-key',
		'client-key-data',
		'token',
		'as',
		'username',
		'password'
	]
};

/** Models kubectl pkg/cmd/config/set.go. */
export const setProperty: Command = {
	name: 'set',
	flags: [bool('set-raw-bytes')],
	isLocal: true,
	run(context) {
		const [property = '', value = ''] = exactly(2, context);
		if (value === '') throw new KubectlError('you cannot use set to unset a property');
		if (property === '') throw new KubectlError('you must specify a property');
		const config = kubeconfigOf(context);
		const isRaw = context.flags.bool('set-raw-bytes');
		const written = property.endsWith('-data') && isRaw ? btoa(value) : value;
		keepKubeconfig(context, changed(config, property, written));
		context.out(`Property ${JSON.stringify(property)} set.\n`);
		return atOnce();
	}
};

/** Models unset.go. */
export const unsetProperty: Command = {
	name: 'unset',
	flags: [],
	isLocal: true,
	run(context) {
		const [property = ''] = exactly(1, context);
		if (property === '') throw new KubectlError('you must specify a property');
		keepKubeconfig(context, changed(kubeconfigOf(context), property, undefined));
		context.out(`Property ${JSON.stringify(property)} unset.\n`);
		return atOnce();
	}
};

/**
 * Names may have dots in them: what stands before a field's name is one.
 *
 * Models set.go modifyConfig, navigation_step_parser.go newNavigationSteps.
 */
function changed(config: Kubeconfig, property: string, value: string | undefined): Kubeconfig {
	const [section = '', ...rest] = property.split('.');
	if (section === 'current-context' && rest.length === 0) {
		return { ...config, 'current-context': value ?? '' };
	}
	if (!Object.hasOwn(sections, section)) {
		throw new KubectlError(`unable to parse ${property} after [] at api.Config`);
	}
	const part = section as Section;
	if (rest.length === 0) {
		if (value === undefined) return { ...config, [part]: [] };
		throw new KubectlError(`can't set a map to a value: map[]`);
	}
	const known = rest.findIndex((word, at) => at > 0 && fields[part].includes(word));
	const name = rest.slice(0, known < 0 ? rest.length : known).join('.');
	const entry = entryOf(config, part, name);
	const [field, ...more] = known < 0 ? [] : rest.slice(known);
	if (more.length > 0) {
		throw new KubectlError(`unable to parse one or more field values of ${property}`);
	}
	if (field === undefined) {
		if (value === undefined) return withEntry(config, part, name, undefined);
		throw new KubectlError(`can't set a map to a value: map[]`);
	}
	if (entry === undefined && value === undefined) {
		throw new KubectlError(`current map key \`${name}\` is invalid`);
	}
	const { [field]: _, ...others } = (entry ?? {}) as Readonly<Record<string, unknown>>;
	const written = value === undefined ? {} : { [field]: typed(field, value) };
	return withEntry(config, part, name, { ...others, ...written } as Entry);
}

function typed(field: string, value: string): string | boolean {
	if (field !== 'insecure-skip-tls-verify') return value;
	try {
		return parseGoBool(value);
	} catch (error) {
		throw new KubectlError((error as Error).message);
	}
}
