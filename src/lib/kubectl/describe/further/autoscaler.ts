import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Description } from '../description.ts';
import { describeEvents } from '../events.ts';
import { headingOf } from '../heading.ts';
import type { SmallDescriber } from '../small-kinds.ts';
import { longTime } from '../times.ts';

interface Amount {
	readonly type?: string;
	readonly value?: string;
	readonly averageValue?: string;
	readonly averageUtilization?: number;
}

interface Source {
	readonly name?: string;
	readonly container?: string;
	readonly metric?: { readonly name: string };
	readonly describedObject?: { readonly kind: string; readonly name: string };
	readonly target?: Amount;
	readonly current?: Amount;
}

/** A metric of the spec, or of the status: what is measured stands under its type. */
interface Metric {
	readonly type: string;
	readonly resource?: Source;
	readonly containerResource?: Source;
	readonly pods?: Source;
	readonly object?: Source;
	readonly external?: Source;
}

interface Rules {
	readonly stabilizationWindowSeconds?: number;
	readonly selectPolicy?: string;
	readonly policies?: readonly { type: string; value: number; periodSeconds: number }[];
}

interface Autoscaler extends KubeObject {
	readonly spec: {
		readonly scaleTargetRef: { readonly kind: string; readonly name: string };
		readonly minReplicas?: number;
		readonly maxReplicas: number;
		readonly metrics?: readonly Metric[];
		readonly behavior?: { readonly scaleUp?: Rules; readonly scaleDown?: Rules };
	};
	readonly status?: {
		readonly currentReplicas?: number;
		readonly desiredReplicas?: number;
		readonly currentMetrics?: readonly Metric[] | null;
		readonly conditions?: readonly Readonly<Record<string, string | undefined>>[];
	};
}

/** Models kubectl pkg/describe/describe.go describeHorizontalPodAutoscalerV2. */
export const describeAutoscaler: SmallDescriber = (object, events, nowMs) => {
	const { metadata, spec, status = {} } = object as Autoscaler;
	const description = headingOf(object);
	const { kind, name } = spec.scaleTargetRef;
	description.line(0, `CreationTimestamp:\t${longTime(metadata.creationTimestamp)}`);
	description.line(0, `Reference:\t${kind}/${name}`);
	description.line(0, 'Metrics:\t( current / target )');
	(spec.metrics ?? []).forEach((metric, index) => {
		description.line(1, metricText(metric, status.currentMetrics?.[index]));
	});
	description.line(0, `Min replicas:\t${spec.minReplicas ?? '<unset>'}`);
	description.line(0, `Max replicas:\t${spec.maxReplicas}`);
	if (spec.behavior !== undefined) {
		description.line(0, 'Behavior:');
		describeRules(description, 'Scale Up', spec.behavior.scaleUp);
		describeRules(description, 'Scale Down', spec.behavior.scaleDown);
	}
	const { currentReplicas = 0, desiredReplicas = 0, conditions = [] } = status;
	description.line(0, `${kind} pods:\t${currentReplicas} current / ${desiredReplicas} desired`);
	if (conditions.length > 0) {
		description.line(0, 'Conditions:');
		description.line(1, 'Type\tStatus\tReason\tMessage');
		description.line(1, '----\t------\t------\t-------');
	}
	for (const { type, status: truth, reason, message } of conditions) {
		description.line(1, [type, truth, reason, message].map((cell) => cell ?? '').join('\t'));
	}
	if (events !== undefined) describeEvents(description, events, nowMs);
	return description.toString();
};

const unknown = '<unknown>';

function metricText(metric: Metric, measured: Metric | undefined): string {
	const { external, pods, object: thing, resource, containerResource } = metric;
	if (external !== undefined) {
		return valueText(
			`${JSON.stringify(external.metric?.name ?? '')} `,
			external,
			measured?.external
		);
	}
	if (pods !== undefined) {
		const now = measured?.pods?.current?.averageValue ?? unknown;
		const target = pods.target?.averageValue ?? '';
		return `${JSON.stringify(pods.metric?.name ?? '')} on pods:\t${now} / ${target}`;
	}
	if (thing !== undefined) {
		const { kind = '', name = '' } = thing.describedObject ?? {};
		return valueText(`"${thing.metric?.name ?? ''}" on ${kind}/${name} `, thing, measured?.object);
	}
	if (resource !== undefined) {
		return shareText(`resource ${resource.name ?? ''} on pods`, resource, measured?.resource);
	}
	if (containerResource !== undefined) {
		const { name = '', container = '' } = containerResource;
		const what = `resource ${name} of container "${container}" on pods`;
		return shareText(what, containerResource, measured?.containerResource);
	}
	return `<unknown metric type ${JSON.stringify(metric.type)}>`;
}

function valueText(what: string, { target }: Source, measured: Source | undefined): string {
	if (target?.averageValue !== undefined) {
		const now = measured?.current?.averageValue ?? unknown;
		return `${what}(target average value):\t${now} / ${target.averageValue}`;
	}
	return `${what}(target value):\t${measured?.current?.value ?? unknown} / ${target?.value ?? ''}`;
}

function shareText(what: string, { target }: Source, measured: Source | undefined): string {
	const { averageUtilization, averageValue = '' } = measured?.current ?? {};
	if (target?.averageValue !== undefined) {
		return `${what}:\t${measured?.current?.averageValue ?? unknown} / ${target.averageValue}`;
	}
	const now =
		averageUtilization === undefined ? unknown : `${averageUtilization}% (${averageValue})`;
	const wanted = target?.averageUtilization;
	return `${what}  (as a percentage of request):\t${now} / ${wanted === undefined ? '<auto>' : `${wanted}%`}`;
}

/** Models printDirectionBehavior. */
function describeRules(
	description: Description,
	direction: string,
	rules: Rules | undefined
): void {
	if (rules === undefined) return;
	const { stabilizationWindowSeconds: window, selectPolicy = 'Max', policies = [] } = rules;
	description.line(1, `${direction}:`);
	if (window !== undefined) description.line(2, `Stabilization Window: ${window} seconds`);
	if (policies.length === 0) return;
	description.line(2, `Select Policy: ${selectPolicy}`);
	description.line(2, 'Policies:');
	for (const { type, value, periodSeconds } of policies) {
		description.line(3, `- Type: ${type}\tValue: ${value}\tPeriod: ${periodSeconds} seconds`);
	}
}
