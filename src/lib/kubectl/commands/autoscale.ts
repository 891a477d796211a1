import type { KubeObject } from '#lib/kubernetes/object.ts';
import { formatQuantity, parseQuantity } from '#lib/kubernetes/quantity.ts';
import { collectionPath, resourceOfKind } from '#lib/kubernetes/resources.ts';
import { callForObject, sorted } from '../api-call.ts';
import { bool, type Flag, int, text } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { type DryRun, dryRunOf, dryRunQuery } from '../dry-run.ts';
import { KubectlError } from '../kubectl-error.ts';
import { resultPrinter } from '../output/print-result.ts';
import { withLastApplied } from '../patch/last-applied.ts';
import { recorded, recordFlag } from '../record.ts';
import { commandTargets } from '../resources/command-targets.ts';
import { dryRunFlag, fieldManagerFlag, fileFlags, outputFlags } from '../resources/common-flags.ts';
import { caught } from '../resources/fetch.ts';
import type { Info } from '../resources/info.ts';
import { visitTargets } from '../resources/visit.ts';
import type { Steps } from '../steps.ts';

const cpuPercent: Flag = {
	...int('cpu-percent', -1),
	deprecated:
		"Use --cpu with percentage or resource quantity format (e.g., '70%' for utilization or '500m' for milliCPU)."
};

/** Models kubectl pkg/cmd/autoscale/autoscale.go. */
export const autoscale: Command = {
	name: 'autoscale',
	requiredFlags: ['max'],
	flags: [
		...fileFlags,
		...outputFlags,
		dryRunFlag,
		fieldManagerFlag('kubectl-autoscale'),
		recordFlag,
		bool('save-config'),
		int('min', -1),
		int('max', -1),
		cpuPercent,
		text('cpu'),
		text('memory'),
		text('name')
	],
	run: autoscaleResources
};

function* autoscaleResources(context: CommandContext): Steps<void> {
	const { args, namespace } = context;
	const dryRun = dryRunOf(context);
	const metrics = metricsOf(context);
	const targets = commandTargets(context, args, false, '');
	const count = yield* visitTargets(targets, { namespace }, function* (info) {
		if (!info.resource.subresources.includes('scale')) {
			throw new KubectlError(
				`cannot autoscale a ${info.resource.kind}: could not find scale subresource for ${info.resource.apiVersion}, Resource=${info.resource.plural} in discovery information`
			);
		}
		yield* createBoth(context, info, metrics, dryRun);
	});
	if (count === 0) throw new KubectlError('no objects passed to autoscale');
}

type Metric = { readonly name: string; readonly target: Readonly<Record<string, unknown>> };

/** @throws KubectlError */
function metricsOf({ flags }: CommandContext): readonly Metric[] {
	const [min, max, percent] = [flags.int('min'), flags.int('max'), flags.int('cpu-percent')];
	if (max < 1) {
		throw new KubectlError(`--max=MAXPODS is required and must be at least 1, max: ${max}`);
	}
	if (max < min) {
		throw new KubectlError(
			`--max=MAXPODS must be larger or equal to --min=MINPODS, max: ${max}, min: ${min}`
		);
	}
	const [cpu, memory] = [flags.text('cpu'), flags.text('memory')];
	if (percent > 0 && cpu !== '') {
		throw new KubectlError('--cpu-percent and --cpu are mutually exclusive');
	}
	const utilization = { type: 'Utilization', averageUtilization: percent };
	return [
		...(percent > 0 ? [{ name: 'cpu', target: utilization }] : []),
		...(cpu === '' ? [] : [{ name: 'cpu', target: targetOf(cpu, 'cpu', 'm') }]),
		...(memory === '' ? [] : [{ name: 'memory', target: targetOf(memory, 'memory', 'Mi') }])
	];
}

/**
 * `70%` is a share of what is asked for, `500m` an amount; a bare number has the resource's usual unit.
 *
 * Models parseResourceInput.
 */
function targetOf(input: string, resource: string, unit: string): Metric['target'] {
	const trimmed = input.trim();
	if (trimmed.endsWith('%')) {
		const share = trimmed.slice(0, -1);
		if (!/^\+?\d+$/.test(share)) throw new KubectlError(`invalid percentage value: ${share}`);
		return { type: 'Utilization', averageUtilization: Number(share) };
	}
	const isBare = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(trimmed);
	try {
		const amount = parseQuantity(isBare ? `${Number(trimmed)}${unit}` : trimmed);
		return { type: 'AverageValue', averageValue: formatQuantity(amount) };
	} catch {
		throw new KubectlError(`invalid resource ${resource} value: ${input}`);
	}
}

/** Asks for an autoscaler of v2, and when that is refused for one of v1. Models Run, canCreateHPAV1. */
function* createBoth(
	context: CommandContext,
	info: Info,
	metrics: readonly Metric[],
	dryRun: DryRun
): Steps<void> {
	const { flags } = context;
	const first = yield* caught(createOne(context, autoscalerOf(context, info, metrics), dryRun));
	if (!(first instanceof Error)) return;
	const cpu = flags.text('cpu');
	const isShare = metrics.some(({ target }) => target.type === 'Utilization');
	if (cpu === '' || flags.text('memory') !== '' || !isShare) {
		const why = cpu === '' ? 'empty input' : '%!w(<nil>)';
		throw new KubectlError(
			`failed to create autoscaling/v2 HPA and the configuration is incompatible with autoscaling/v1: ${why}`
		);
	}
	yield* createOne(context, simpleAutoscalerOf(context, info), dryRun);
}

function* createOne(context: CommandContext, object: KubeObject, dryRun: DryRun): Steps<void> {
	const { flags, namespace } = context;
	const print = resultPrinter(context, dryRun, true);
	const noted = recorded(context, object);
	if (dryRun === 'client') {
		context.out(print(noted, 'created'));
		return;
	}
	const created = yield* callForObject({
		method: 'POST',
		path: collectionPath(resourceOfKind(object.apiVersion, object.kind)!, namespace),
		query: sorted({ ...dryRunQuery(dryRun), fieldManager: flags.text('field-manager') }),
		body: flags.bool('save-config') ? withLastApplied(noted) : noted
	});
	context.out(print(created, 'autoscaled'));
}

function autoscalerOf(context: CommandContext, info: Info, metrics: readonly Metric[]): KubeObject {
	return {
		kind: 'HorizontalPodAutoscaler',
		apiVersion: 'autoscaling/v2',
		metadata: metadataOf(context, info),
		spec: {
			...scaleOf(context, info),
			...(metrics.length > 0
				? { metrics: metrics.map((resource) => ({ type: 'Resource', resource })) }
				: undefined)
		},
		status: { desiredReplicas: 0, currentMetrics: null }
	};
}

function simpleAutoscalerOf(context: CommandContext, info: Info): KubeObject {
	const percent = context.flags.int('cpu-percent');
	return {
		kind: 'HorizontalPodAutoscaler',
		apiVersion: 'autoscaling/v1',
		metadata: metadataOf(context, info),
		spec: {
			...scaleOf(context, info),
			...(percent >= 0 ? { targetCPUUtilizationPercentage: percent } : undefined)
		},
		status: { currentReplicas: 0, desiredReplicas: 0 }
	};
}

function metadataOf(context: CommandContext, info: Info): KubeObject['metadata'] {
	const name = context.flags.text('name') || info.name;
	return { name, ...(context.isNamespaceGiven ? { namespace: context.namespace } : undefined) };
}

function scaleOf({ flags }: CommandContext, { resource, name }: Info): object {
	const min = flags.int('min');
	return {
		scaleTargetRef: { kind: resource.kind, name, apiVersion: resource.apiVersion },
		...(min > 0 ? { minReplicas: min } : undefined),
		maxReplicas: flags.int('max')
	};
}
