/** What was done to a component while recording. */
export interface Happening {
	readonly happens: 'stops' | 'starts';
	/** As the stage knows it: `kubelet/worker-2`. */
	readonly component: string;
}

const components: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
	[/kubelet-(\d+)/, ([, number]) => `kubelet/worker-${number}`],
	[/kubelet on (\S+)/, ([, node]) => `kubelet/${node}`],
	[/\bkcm\b|controller-manager/, () => 'controller-manager'],
	[/scheduler/, () => 'scheduler'],
	[/apiserver|api-server/, () => 'api-server']
];

/** Reads `(stop X)`, `(start X)`; undefined for anything else that was done. */
export function happeningIn(run: string): Happening | undefined {
	const [, verb] = /^\((stop|kill|start)\b/.exec(run) ?? [];
	if (verb === undefined) return undefined;
	for (const [pattern, nameOf] of components) {
		const match = pattern.exec(run);
		if (match) return { happens: verb === 'start' ? 'starts' : 'stops', component: nameOf(match) };
	}
	return undefined;
}
