import { bool } from '../../command-line/flag.ts';
import type { Command, CommandContext } from '../../command.ts';
import {
	type ContextEntry,
	entryOf,
	type Kubeconfig,
	listOf,
	type Section,
	sections
} from '../../kubeconfig/kubeconfig.ts';
import { kubeconfigOf } from '../../kubeconfig/read-kubeconfig.ts';
import { KubectlError, usageError } from '../../kubectl-error.ts';
import { objectPrinter, unknownFormat } from '../../output/object-printer.ts';
import { outputFlags } from '../../resources/common-flags.ts';
import { atOnce } from '../../steps.ts';

/** Models kubectl pkg/cmd/config/view.go. */
export const view: Command = {
	name: 'view',
	flags: [
		...outputFlags,
		bool('minify'),
		bool('flatten'),
		bool('raw'),
		bool('merge', undefined, true)
	],
	isLocal: true,
	run(context) {
		const { args, flags } = context;
		if (args.length > 0) {
			throw usageError('config view', `unexpected arguments: [${args.join(' ')}]`);
		}
		const output = flags.text('output') || 'yaml';
		const print = objectPrinter(output, context);
		if (print === undefined) throw unknownFormat(output);
		const config = kubeconfigOf(context);
		const shown = flags.bool('minify') ? minified(context, config) : config;
		const isOpen = flags.bool('raw') || flags.bool('flatten');
		const file = { apiVersion: 'v1', kind: 'Config', ...(isOpen ? shown : redacted(shown)) };
		context.out(print(file));
		return atOnce();
	}
};

/** Only what the current context names. Models client-go tools/clientcmd/api/helpers.go MinifyConfig. */
function minified({ flags }: CommandContext, config: Kubeconfig): Kubeconfig {
	const current = flags.text('context') || config['current-context'];
	if (current === '') throw new KubectlError('current-context must exist in order to minify');
	const context = entryOf(config, 'contexts', current) as ContextEntry | undefined;
	if (context === undefined) {
		throw new KubectlError(`cannot locate context ${current}`);
	}
	const only = <Part extends Section>(part: Part, name: string): Kubeconfig[Part] =>
		(config[part] as readonly { name: string }[]).filter(
			(one) => one.name === name
		) as unknown as Kubeconfig[Part];
	return {
		'current-context': current,
		clusters: only('clusters', context.cluster),
		contexts: only('contexts', current),
		users: only('users', context.user)
	};
}

const secrets: Readonly<Record<string, string>> = {
	'certificate-authority-data': 'DATA+OMITTED',
	'client-certificate-data': 'DATA+OMITTED',
	'client-key-data': 'DATA+OMITTED',
	token: 'REDACTED',
	password: 'REDACTED'
};

/** Models RedactSecrets, ShortenConfig. */
function redacted(config: Kubeconfig): object {
	const parts = Object.entries(sections).map(([section, word]) => [
		section,
		listOf(config, section as Section).map((one) => ({
			...one,
			[word]: Object.fromEntries(
				Object.entries(one[word] as object).map(([key, value]) => [
					key,
					secrets[key] ?? (value as unknown)
				])
			)
		}))
	]);
	return { ...config, ...Object.fromEntries(parts) };
}
