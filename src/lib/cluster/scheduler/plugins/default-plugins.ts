import type { Plugin } from '../framework.ts';
import { balancedAllocation } from './balanced-allocation.ts';
import { dynamicResources } from './dynamic-resources.ts';
import { imageLocality } from './image-locality.ts';
import { interPodAffinity } from './inter-pod-affinity.ts';
import { nodeAffinity } from './node-affinity.ts';
import { nodeName } from './node-name.ts';
import { nodePorts } from './node-ports.ts';
import { nodeResourcesFit } from './node-resources-fit.ts';
import { nodeUnschedulable } from './node-unschedulable.ts';
import { podTopologySpread } from './pod-topology-spread.ts';
import { schedulingGates } from './scheduling-gates.ts';
import { taintToleration } from './taint-toleration.ts';
import { volumeBinding } from './volume-binding.ts';
import { volumeRestrictions } from './volume-restrictions.ts';
import { volumeZone } from './volume-zone.ts';

/** In upstream's order: the first filter that refuses a node names the reason (apis/config/v1/default_plugins.go). */
export const defaultPlugins: readonly Plugin[] = [
	schedulingGates,
	{ name: 'PrioritySort' },
	nodeUnschedulable,
	nodeName,
	taintToleration,
	nodeAffinity,
	nodePorts,
	nodeResourcesFit,
	volumeRestrictions,
	{ name: 'NodeVolumeLimits' },
	volumeBinding,
	volumeZone,
	podTopologySpread,
	interPodAffinity,
	dynamicResources,
	{ name: 'DefaultPreemption' },
	balancedAllocation,
	imageLocality,
	{ name: 'DefaultBinder' }
];
