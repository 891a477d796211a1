import type { Pod } from '#lib/kubernetes/pod.ts';
import type { LocalFact } from '#lib/trace/event.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { staticPod } from './static-pod.ts';

/** The file system says at once that something changed; without it the kubelet looks every 20 s. */
const noticeMs = 5;

/** Where kubeadm has a kubelet look for static Pods (`staticPodPath`). */
export const manifestFolder = '/etc/kubernetes/manifests';

/** The folder of manifests on a node, and what the kubelet makes of its files. Models pkg/kubelet/config/file_linux.go. */
export class ManifestFolder {
	private readonly files = new Map<string, { readonly text: string; pod?: Pod }>();

	/** @param onChange the Pod of a file, and the one that it was before */
	constructor(
		private readonly kernel: Kernel,
		private readonly node: string,
		private readonly onChange: (after: Pod | undefined, before: Pod | undefined) => void
	) {}

	names(): readonly string[] {
		return [...this.files.keys()].sort();
	}

	read(file: string): string | undefined {
		return this.files.get(file)?.text;
	}

	/** Writes a file; one of that name is replaced. */
	put(file: string, text: string): void {
		const before = this.files.get(file)?.pod;
		if (this.read(file) === text) return;
		const entry: { readonly text: string; pod?: Pod } = { text };
		this.files.set(file, entry);
		this.fact({ type: 'manifest-written', file });
		this.notice(() => {
			const pod = staticPod({ node: this.node, file, text }, this.kernel.microTimestamp());
			if (pod !== undefined) entry.pod = pod;
			this.onChange(pod, before);
		});
	}

	/** Deletes a file; false when there is none of that name. */
	remove(file: string): boolean {
		const entry = this.files.get(file);
		if (entry === undefined) return false;
		this.files.delete(file);
		this.fact({ type: 'manifest-removed', file });
		this.notice(() => this.onChange(undefined, entry.pod));
		return true;
	}

	private notice(then: () => void): void {
		this.kernel.after(noticeMs, then);
	}

	private fact(fact: LocalFact): void {
		this.kernel.cause = this.kernel.record({
			kind: 'local',
			actor: `kubelet/${this.node}`,
			node: this.node,
			fact
		});
	}
}
