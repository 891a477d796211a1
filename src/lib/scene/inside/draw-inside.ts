import type { Box } from '../box.ts';
import type { View } from '../view.ts';
import { drawInsideAccess } from './access/draw-inside-access.ts';
import { drawInsideApiServer } from './api-server/draw-inside-api-server.ts';
import { drawInsideMerge } from './merge/draw-inside-merge.ts';
import { drawInsideKubeconfig } from './kubeconfig/draw-inside-kubeconfig.ts';
import { drawInsideObject } from './object/draw-inside-object.ts';
import { drawInsideNode } from './node/draw-inside-node.ts';
import { drawInsideResources } from './resources/draw-inside-resources.ts';
import { drawInsideWatches } from './watches/draw-inside-watches.ts';
import { drawInsideScheduler } from './scheduler/draw-inside-scheduler.ts';
import type { InsideName } from './inside-name.ts';

const insides: Readonly<Record<InsideName, (view: View, box: Box) => void>> = {
	'api-server': drawInsideApiServer,
	scheduler: drawInsideScheduler,
	node: drawInsideNode,
	merge: drawInsideMerge,
	access: drawInsideAccess,
	watches: drawInsideWatches,
	object: drawInsideObject,
	kubeconfig: drawInsideKubeconfig,
	resources: drawInsideResources
};

/** Opens one part of the cluster in the place that the layout has for it. */
export function drawInside(view: View, name: InsideName, box: Box): void {
	view.pen.rect('inside', box, {
		fill: 'surface',
		stroke: 'line2',
		strokeWidth: 1.25,
		radius: 12
	});
	insides[name](view, box);
}
