import type { ObjectMeta } from './object.ts';
import type { PodSpec } from './pod.ts';

/** What a controller makes its Pods from. */
export interface PodTemplate {
	readonly metadata?: ObjectMeta;
	readonly spec: PodSpec;
}
