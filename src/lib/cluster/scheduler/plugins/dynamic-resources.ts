import type { Plugin } from '../framework.ts';

/**
 * Devices that Pods claim. No Pod here claims any, and then upstream's plugin gives every node 0, which counts as a score.
 * Models framework/plugins/dynamicresources.
 */
export const dynamicResources: Plugin = {
	name: 'DynamicResources',
	score: { weight: 2, of: () => ({ node: () => 0 }) }
};
