import { maxNodeScore, type Plugin } from '../framework.ts';
import type { NodeInfo } from '../node-info.ts';

const megabyte = 1024 * 1024;
const minThreshold = 23 * megabyte;
const maxContainerThreshold = 1000 * megabyte;

/**
 * Prefers nodes that have the Pod's images; an image counts less the fewer nodes have it, so that Pods don't pile up on one.
 * Models framework/plugins/imagelocality/image_locality.go.
 */
export const imageLocality: Plugin = {
	name: 'ImageLocality',
	score: {
		weight: 1,
		node(pod, info, nodes) {
			const containers = [...(pod.spec.initContainers ?? []), ...pod.spec.containers];
			const sum = containers.reduce(
				(total, { image }) => total + scaledSize(normalizedName(image ?? ''), info, nodes),
				0
			);
			return priority(sum, containers.length);
		}
	}
};

function scaledSize(image: string, info: NodeInfo, nodes: readonly NodeInfo[]): number {
	const size = info.images.get(image);
	if (size === undefined) return 0;
	const having = nodes.filter(({ images }) => images.has(image)).length;
	return Math.trunc(size * (having / nodes.length));
}

function priority(sum: number, containers: number): number {
	const maxThreshold = maxContainerThreshold * containers;
	const clamped = Math.min(Math.max(sum, minThreshold), maxThreshold);
	return Math.trunc((maxNodeScore * (clamped - minThreshold)) / (maxThreshold - minThreshold));
}

/** A missing tag is `latest`. */
function normalizedName(image: string): string {
	return image.lastIndexOf(':') <= image.lastIndexOf('/') ? `${image}:latest` : image;
}
