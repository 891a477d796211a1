import type { LabelSelector } from '#lib/kubernetes/labels/selector.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { Description } from '../description.ts';
import { describeEvents } from '../events.ts';
import { labelsText, selectorText } from '../selector-text.ts';
import type { SmallDescriber } from '../small-kinds.ts';

interface Budget extends KubeObject {
	readonly spec: {
		readonly minAvailable?: number | string;
		readonly maxUnavailable?: number | string;
		readonly selector?: LabelSelector;
	};
	readonly status?: Readonly<Record<string, number | undefined>>;
}

/** Models kubectl pkg/describe/describe.go describePodDisruptionBudgetV1. */
export const describeBudget: SmallDescriber = (object, events, nowMs) => {
	const { metadata, spec, status = {} } = object as Budget;
	const description = new Description();
	description.line(0, `Name:\t${metadata.name ?? ''}`);
	description.line(0, `Namespace:\t${metadata.namespace ?? ''}`);
	if (spec.minAvailable !== undefined) {
		description.line(0, `Min available:\t${spec.minAvailable}`);
	} else if (spec.maxUnavailable !== undefined) {
		description.line(0, `Max unavailable:\t${spec.maxUnavailable}`);
	}
	description.line(0, `Selector:\t${spec.selector ? selectorText(spec.selector) : '<unset>'}`);
	description.line(0, 'Status:');
	description.line(2, `Allowed disruptions:\t${status.disruptionsAllowed ?? 0}`);
	description.line(2, `Current:\t${status.currentHealthy ?? 0}`);
	description.line(2, `Desired:\t${status.desiredHealthy ?? 0}`);
	description.line(2, `Total:\t${status.expectedPods ?? 0}`);
	if (events !== undefined) describeEvents(description, events, nowMs);
	return description.toString();
};

interface PriorityClass extends KubeObject {
	readonly value?: number;
	readonly globalDefault?: boolean;
	readonly preemptionPolicy?: string;
	readonly description?: string;
}

/** Models describePriorityClass. */
export const describePriorityClass: SmallDescriber = (object, events, nowMs) => {
	const { metadata, value = 0, globalDefault = false, ...given } = object as PriorityClass;
	const description = new Description();
	description.line(0, `Name:\t${metadata.name ?? ''}`);
	description.line(0, `Value:\t${value}`);
	description.line(0, `GlobalDefault:\t${globalDefault}`);
	description.line(0, `PreemptionPolicy:\t${given.preemptionPolicy ?? ''}`);
	description.line(0, `Description:\t${given.description ?? ''}`);
	description.line(0, `Annotations:\t${labelsText(metadata.annotations)}`);
	if (events !== undefined) describeEvents(description, events, nowMs);
	return description.toString();
};
