import { collectionPath, resourceOfKind } from '#lib/kubernetes/resources.ts';
import { callForObject, sorted } from '../api-call.ts';
import { bool, text } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { dryRunOf, dryRunQuery } from '../dry-run.ts';
import {
	type ExposedPort,
	portsBehind,
	requireExposable,
	selectorBehind
} from '../expose/exposed-facts.ts';
import { exposingService, parseLabels } from '../expose/exposing-service.ts';
import { KubectlError } from '../kubectl-error.ts';
import { resultPrinter } from '../output/print-result.ts';
import { withLastApplied } from '../patch/last-applied.ts';
import { recorded, recordFlag } from '../record.ts';
import { commandTargets } from '../resources/command-targets.ts';
import { dryRunFlag, fieldManagerFlag, fileFlags, outputFlags } from '../resources/common-flags.ts';
import type { Info } from '../resources/info.ts';
import { visitTargets } from '../resources/visit.ts';
import type { Steps } from '../steps.ts';
import { overridden, overrideFlags } from './overrides.ts';

/** Models kubectl pkg/cmd/expose/expose.go. */
export const expose: Command = {
	name: 'expose',
	flags: [
		...fileFlags,
		...outputFlags,
		...overrideFlags,
		dryRunFlag,
		fieldManagerFlag('kubectl-expose'),
		recordFlag,
		bool('save-config'),
		text('protocol'),
		text('port'),
		text('type'),
		text('load-balancer-ip'),
		text('labels', 'l'),
		text('target-port'),
		text('external-ip'),
		text('name'),
		text('session-affinity'),
		text('cluster-ip'),
		text('selector')
	],
	run: exposeResources
};

/** What was given or found out; what one object told stays for the next one, as in kubectl. */
interface Found {
	readonly selector?: Readonly<Record<string, string>>;
	readonly labels?: Readonly<Record<string, string>>;
	readonly ports: string;
	readonly known?: readonly ExposedPort[];
}

const longestName = 63;

function* exposeResources(context: CommandContext): Steps<void> {
	const { flags, args, namespace } = context;
	const dryRun = dryRunOf(context);
	const print = resultPrinter(context, dryRun, true);
	let found: Found = {
		ports: flags.text('port'),
		...(flags.text('selector') === ''
			? undefined
			: { selector: parseLabels(flags.text('selector')) }),
		...(flags.text('labels') === '' ? undefined : { labels: parseLabels(flags.text('labels')) })
	};
	const targets = commandTargets(context, args, false, '');
	yield* visitTargets(targets, { namespace }, function* (info) {
		requireExposable(info.resource);
		found = completed(context, found, info);
		const made = exposingService({
			name: flags.text('name') || info.name.slice(0, longestName),
			selector: found.selector ?? {},
			labels: found.labels,
			ports: found.ports,
			known: found.known,
			protocol: flags.text('protocol'),
			targetPort: flags.text('target-port'),
			type: flags.text('type'),
			clusterIP: flags.text('cluster-ip'),
			externalIP: flags.text('external-ip'),
			loadBalancerIP: flags.text('load-balancer-ip'),
			sessionAffinity: flags.text('session-affinity')
		});
		const service = recorded(context, overridden(made, context));
		const inNamespace = { ...service, metadata: { ...service.metadata, namespace } };
		if (dryRun === 'client') {
			context.out(print(context.isNamespaceGiven ? inNamespace : service, 'exposed'));
			return;
		}
		const created = yield* callForObject({
			method: 'POST',
			path: collectionPath(resourceOfKind('v1', 'Service')!, namespace),
			query: sorted({ ...dryRunQuery(dryRun), fieldManager: flags.text('field-manager') }),
			body: flags.bool('save-config') ? withLastApplied(inNamespace) : inNamespace
		});
		context.out(print(created, 'exposed'));
	});
}

/** Asks the object for what isn't known yet. */
function completed({ flags }: CommandContext, found: Found, { object }: Info): Found {
	const selector = found.selector ?? selectorBehind(object);
	const known = portsBehind(object);
	const ports = found.ports || known.map(({ port }) => port).join(',');
	if (ports === '' && flags.text('cluster-ip') !== 'None') {
		throw new KubectlError("couldn't find port via --port flag or introspection");
	}
	return {
		selector,
		labels: found.labels ?? object.metadata.labels,
		ports,
		known: known.length > 0 ? known : found.known
	};
}
