import type { Attachment } from 'svelte/attachments';

/** What a zoom does to the picture: `x' = k·x + tx`. */
interface Transform {
	readonly k: number;
	readonly x: number;
	readonly y: number;
}

const mostScale = 12;
const step = 1.5;
/** How far an arrow key moves the picture, units of the scene. */
const panStep = 60;

const everything: Transform = { k: 1, x: 0, y: 0 };

/** The middle of the thing that has the focus, in the scene's coordinates: keys zoom towards it. */
function centreOfFocus(svg: SVGSVGElement): [number, number] | undefined {
	const focused = document.activeElement;
	if (!(focused instanceof SVGGraphicsElement) || focused === svg || !svg.contains(focused)) {
		return undefined;
	}
	const { x, y, width, height } = focused.getBBox();
	return [x + width / 2, y + height / 2];
}

/** Where a person looks: zoomed and moved by wheel, pinch, drag and keys. */
export class Camera {
	transform = $state.raw<Transform>(everything);
	/** The picture's, units of the scene. */
	size = $state.raw({ width: 0, height: 0 });
	#scaleBy: ((factor: number) => void) | undefined;
	#moveBy: ((dx: number, dy: number) => void) | undefined;
	#reset: (() => void) | undefined;

	get zoomed(): boolean {
		return this.transform.k > 1;
	}

	zoomIn(): void {
		this.#scaleBy?.(step);
	}

	zoomOut(): void {
		this.#scaleBy?.(1 / step);
	}

	reset(): void {
		this.#reset?.();
	}

	/** Moves what is seen by one step to the left, right, up or down. */
	pan(horizontal: number, vertical: number): void {
		const { k } = this.transform;
		this.#moveBy?.((-horizontal * panStep) / k, (-vertical * panStep) / k);
	}

	/** Listens on an `<svg>` with a view box. The zoom behaviour comes later than the first picture. */
	readonly attach: Attachment<SVGSVGElement> = (svg) => {
		let detach = () => {};
		let gone = false;
		void Promise.all([import('d3-selection'), import('d3-zoom')]).then(
			([{ select }, { zoom, zoomIdentity }]) => {
				if (gone) return;
				const extent = (): [[number, number], [number, number]] => {
					const { width, height } = svg.viewBox.baseVal;
					return [
						[0, 0],
						[width, height]
					];
				};
				const behaviour = zoom<SVGSVGElement, unknown>()
					.extent(extent)
					.scaleExtent([1, mostScale])
					.on('zoom', ({ transform }: { transform: Transform }) => {
						const { k, x, y } = transform;
						this.transform = { k, x, y };
					});
				behaviour.constrain((transform) => {
					const [, [width, height]] = extent();
					const bound = (value: number, size: number) =>
						Math.min(0, Math.max(size * (1 - transform.k), value));
					return zoomIdentity
						.translate(bound(transform.x, width), bound(transform.y, height))
						.scale(transform.k);
				});
				const selection = select(svg);
				selection.call(behaviour);
				this.#scaleBy = (factor) => {
					const centre = centreOfFocus(svg);
					selection.call(behaviour.scaleBy, factor);
					if (centre) selection.call(behaviour.translateTo, ...centre);
				};
				this.#moveBy = (dx, dy) => selection.call(behaviour.translateBy, dx, dy);
				this.#reset = () => selection.call(behaviour.transform, zoomIdentity);
				detach = () => selection.on('.zoom', null);
			}
		);
		return () => {
			gone = true;
			detach();
		};
	};
}
