import { maxNodeScore, type Plugin } from '../framework.ts';

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
		of(pod, { nodes }) {
			const containers = [...(pod.spec.initContainers ?? []), ...pod.spec.containers];
			const wanted = containers.map(({ image }) => {
				const name = normalizedName(image ?? '');
				let having = 0;
				for (const { images } of nodes) if (images.has(name)) having++;
				return { name, share: having / nodes.length };
			});
			return {
				node({ images }) {
					let sum = 0;
					for (const { name, share } of wanted) sum += Math.trunc((images.get(name) ?? 0) * share);
					return priority(sum, containers.length);
				}
			};
		}
	}
};

function priority(sum: number, containers: number): number {
	const maxThreshold = maxContainerThreshold * containers;
	const clamped = Math.min(Math.max(sum, minThreshold), maxThreshold);
	return Math.trunc((maxNodeScore * (clamped - minThreshold)) / (maxThreshold - minThreshold));
}

/** A missing tag is `latest`. */
function normalizedName(image: string): string {
	return image.lastIndexOf(':') <= image.lastIndexOf('/') ? `${image}:latest` : image;
}
