import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Event } from '#lib/kubernetes/pod.ts';
import type { Steps } from '../steps.ts';
import type { SmallDescriber } from './small-kinds.ts';

/** What a description can be made with besides its object. */
export interface DescriptionWorld {
	/** The Events about the object; undefined: they aren't to be shown. */
	events(): Steps<readonly Event[] | undefined>;
	nowMs(): number;
}

/** Describes an object, and asks the server for what else it needs. */
export type Describer = (object: KubeObject, world: DescriptionWorld) => Steps<string>;

/** A describer that needs nothing but the object and its Events. */
export function plainly(describe: SmallDescriber): Describer {
	return function* (object, world) {
		return describe(object, yield* world.events(), world.nowMs());
	};
}

/** The same of kinds whose descriptions have no Events. */
export function quietly(describe: SmallDescriber): Describer {
	return function* (object, world) {
		yield* [];
		return describe(object, undefined, world.nowMs());
	};
}
