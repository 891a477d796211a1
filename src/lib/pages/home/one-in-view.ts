/**
 * Where nothing can hover, tells which of the elements with `data-lesson` is the one in view: the one nearest the middle of
 * the screen.
 */
export function oneInView(tell: (id: string | undefined) => void) {
	return (list: HTMLElement): (() => void) | undefined => {
		if (matchMedia('(hover: hover)').matches) return undefined;
		const inside = new Set<HTMLElement>();
		const observer = new IntersectionObserver(
			(entries) => {
				for (const { target, isIntersecting } of entries) {
					if (!(target instanceof HTMLElement)) continue;
					if (isIntersecting) inside.add(target);
					else inside.delete(target);
				}
				const [first] = inside;
				tell(first?.dataset.lesson);
			},
			// A band in the middle of the screen, lower than any card is high.
			{ rootMargin: '-45% 0px -45% 0px' }
		);
		const observe = () => {
			for (const card of list.querySelectorAll<HTMLElement>('[data-lesson]'))
				observer.observe(card);
		};
		observe();
		// Searching puts cards in and takes them out.
		const changes = new MutationObserver(observe);
		changes.observe(list, { childList: true, subtree: true });
		return () => {
			observer.disconnect();
			changes.disconnect();
		};
	};
}
