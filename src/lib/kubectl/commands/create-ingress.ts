import type { KubeObject } from '#lib/kubernetes/object.ts';
import { array, text } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { KubectlError } from '../kubectl-error.ts';
import { argumentsOf, createFlags, createOne, nameArgument } from './create-one.ts';

/** Models kubectl pkg/cmd/create/create_ingress.go. */
export const createIngress: Command = {
	name: 'ingress',
	aliases: ['ing'],
	flags: [
		...createFlags,
		text('class'),
		array('rule'),
		text('default-backend'),
		array('annotation')
	],
	*run(context) {
		const name = nameArgument(argumentsOf(context));
		check(context);
		yield* createOne(context, ingressOf(context, name));
	}
};

/** `host/path=service:port`, with `,tls` or `,tls=secret` behind it. Models ruleRegex. */
const ruleForm = /^[\w*\-.]*\/.*=[\w-]+:[\w-]+(?:,tls=?[\w-]*)?/;

function check({ flags }: CommandContext): void {
	const [rules, backend] = [flags.list('rule'), flags.text('default-backend')];
	if (backend === '' && rules.length === 0) {
		throw new KubectlError(
			'not enough information provided: every ingress has to either specify a default-backend (which catches all traffic) or a list of rules (which catch specific paths)'
		);
	}
	const wrong = rules.find((rule) => !ruleForm.test(rule));
	if (wrong !== undefined) {
		throw new KubectlError(
			`rule ${wrong} is invalid and should be in format host/path=svcname:svcport[,tls[=secret]]`
		);
	}
	const unpaired = flags.list('annotation').find((annotation) => !annotation.includes('='));
	if (unpaired !== undefined) {
		throw new KubectlError(`annotation ${unpaired} is invalid and should be in format key=[value]`);
	}
	if (backend !== '' && backend.split(':').length !== 2) {
		throw new KubectlError('default-backend should be in format servicename:serviceport');
	}
}

function ingressOf({ flags }: CommandContext, name: string): KubeObject {
	const annotations = flags.list('annotation').map((annotation): [string, string] => {
		const equals = annotation.indexOf('=');
		return [annotation.slice(0, equals), annotation.slice(equals + 1)];
	});
	const [className, backend] = [flags.text('class'), flags.text('default-backend')];
	const [rules, tls] = [rulesOf(flags.list('rule')), tlsOf(flags.list('rule'))];
	return {
		kind: 'Ingress',
		apiVersion: 'networking.k8s.io/v1',
		metadata: {
			name,
			...(annotations.length > 0 ? { annotations: Object.fromEntries(annotations) } : undefined)
		},
		spec: {
			...(className === '' ? undefined : { ingressClassName: className }),
			...(backend === '' ? undefined : { defaultBackend: backendOf(backend) }),
			...(tls.length > 0 ? { tls } : undefined),
			...(rules.length > 0 ? { rules } : undefined)
		},
		status: { loadBalancer: {} }
	};
}

/** A host is one rule with all of its paths. Models buildIngressRules. */
function rulesOf(rules: readonly string[]): readonly object[] {
	const byHost = new Map<string, object[]>();
	for (const rule of rules) {
		const plain = rule.split(',')[0]!;
		const slash = plain.indexOf('/');
		const host = plain.slice(0, slash);
		byHost.set(host, [...(byHost.get(host) ?? []), pathOf(plain.slice(slash + 1))]);
	}
	return [...byHost].map(([host, paths]) => ({
		...(host === '' ? undefined : { host }),
		http: { paths }
	}));
}

function pathOf(text: string): object {
	const [path = '', service = ''] = text.split('=');
	const isPrefix = path.endsWith('*');
	return {
		path: `/${isPrefix ? path.slice(0, -1) : path}`,
		pathType: isPrefix ? 'Prefix' : 'Exact',
		backend: backendOf(service)
	};
}

function backendOf(text: string): object {
	const [name = '', port = ''] = text.split(':');
	const shown = /^\d+$/.test(port) ? { number: Number(port) } : { name: port };
	return { service: { name, port: shown } };
}

/** Hosts with the same secret are one entry, each host once. Models buildTLSRules. */
function tlsOf(rules: readonly string[]): readonly object[] {
	const known = new Set<string>();
	const entries: { hosts?: string[]; secretName?: string }[] = [];
	for (const rule of rules) {
		const [, tls, ...more] = rule.split(',');
		const host = rule.split('/')[0]!;
		if (tls === undefined || more.length > 0 || known.has(host)) continue;
		known.add(host);
		const secret = tls.split('=')[1] ?? '';
		const same = entries.find(({ secretName = '' }) => secretName === secret);
		if (same !== undefined) {
			same.hosts = [...(same.hosts ?? []), host];
		} else if (host !== '' || secret !== '') {
			entries.push({
				...(host === '' ? undefined : { hosts: [host] }),
				...(secret === '' ? undefined : { secretName: secret })
			});
		}
	}
	return entries;
}
