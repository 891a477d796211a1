import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Trace } from '#lib/trace/trace.ts';

/** Names that were generated, replaced as the recordings do it: what differs from run to run must not differ in facts. */
export class GeneratedNames {
	/** `<hash1>` is the pod-template-hash of the first ReplicaSet that was seen. */
	private readonly hashes = new Map<string, string>();
	/** Pod → the name that all Pods of its maker share, without the mark. */
	private readonly groups = new Map<string, string>();
	/** EndpointSlice → its Service. */
	private readonly slices = new Map<string, string>();

	constructor({ header, events }: Trace) {
		for (const event of events) {
			if (event.kind !== 'write' || event.atMs < header.startMs || event.object === null) continue;
			this.note(event.object);
		}
	}

	/** The name of a Pod's group, `web-<hash1>-<*>`; its own name if it is alone. */
	groupOf(pod: string): string {
		const group = this.groups.get(pod);
		return group === undefined ? pod : `${group}-<*>`;
	}

	/** A text with every generated name replaced; `mark` stands for the part that is random. */
	plain(text: string, mark = '<*>'): string {
		let plain = text;
		for (const [hash, placeholder] of this.hashes) {
			plain = plain
				.replaceAll(new RegExp(`-${hash}-[a-z0-9]{5}\\b`, 'g'), `-${placeholder}-${mark}`)
				.replaceAll(hash, placeholder);
		}
		for (const [names, suffix] of [
			[this.groups, mark],
			[this.slices, mark]
		] as const) {
			for (const [name, base] of names) {
				if (plain.includes(name)) plain = plain.replaceAll(name, `${base}-${suffix}`);
			}
		}
		return plain;
	}

	private note({ kind, metadata }: KubeObject): void {
		const { name = '', labels = {}, ownerReferences = [] } = metadata;
		const hash = labels['pod-template-hash'];
		if (kind === 'ReplicaSet' && hash !== undefined && !this.hashes.has(hash)) {
			this.hashes.set(hash, `<hash${this.hashes.size + 1}>`);
		}
		const owner = ownerReferences.find(({ controller }) => controller === true);
		if (owner === undefined) return;
		// A mirror Pod belongs to its node, and is named by its file.
		if (kind === 'Pod' && owner.kind !== 'Node' && !this.groups.has(name)) {
			this.groups.set(name, this.withoutHash(owner.name));
		}
		if (kind === 'EndpointSlice') this.slices.set(name, owner.name);
	}

	private withoutHash(name: string): string {
		for (const [hash, placeholder] of this.hashes) {
			if (name.endsWith(`-${hash}`)) return name.slice(0, -hash.length) + placeholder;
		}
		return name;
	}
}
