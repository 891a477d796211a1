import { bottom, centre, type Point } from '../box.ts';
import { slotBox } from '../pod-grid.ts';
import { podsOnNode } from '../pods-on-node.ts';
import type { View } from '../view.ts';
import type { WorkerPlaces } from './worker-places.ts';

/** Where requests pass on the workers of a stage, by node. */
export function workerPlaces(view: View): ReadonlyMap<string, WorkerPlaces> {
	return new Map(
		view.layout.workers.map(({ name, box, kubeProxy, grid, pods: area }) => {
			const chip = kubeProxy ?? { ...box, width: 12, height: 12 };
			const pods = new Map<string, Point>();
			for (const { slot } of podsOnNode(view, name)) {
				const cell = slotBox(grid, area, slot.slot);
				pods.set(slot.pod, { x: cell.x + 12, y: cell.y + Math.min(cell.height, 56) / 2 });
			}
			const places: WorkerPlaces = { proxy: { x: centre(chip).x, y: bottom(chip) }, pods };
			return [name, places] as const;
		})
	);
}
