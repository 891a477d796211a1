import { nameAlphabet } from '#lib/kubernetes/names.ts';
import { goDump } from './go-dump.ts';

/**
 * What distinguishes the ReplicaSets of a Deployment, e.g. `69b6bfd94d`: FNV-1a over the template as Go prints it, in
 * decimal, each digit made a letter. Models pkg/controller/controller_utils.go ComputeHash.
 *
 * @param template without the label `pod-template-hash`
 * @param collisionCount the Deployment's `status.collisionCount`
 */
export function podTemplateHash(template: unknown, collisionCount?: number): string {
	const hash = new Fnv1a();
	hash.write(new TextEncoder().encode(goDump(template, 'v1.PodTemplateSpec')));
	if (collisionCount !== undefined) {
		const bytes = new Uint8Array(8);
		new DataView(bytes.buffer).setUint32(0, collisionCount, true);
		hash.write(bytes);
	}
	return safeEncoded(String(hash.sum));
}

/** Models hash/fnv New32a. */
class Fnv1a {
	private state = 0x811c9dc5;

	write(bytes: Uint8Array): void {
		for (const byte of bytes) this.state = Math.imul(this.state ^ byte, 0x01000193);
	}

	get sum(): number {
		return this.state >>> 0;
	}
}

/** Models apimachinery pkg/util/rand SafeEncodeString: no vowels, so that no words come about. */
function safeEncoded(text: string): string {
	return [...text]
		.map((letter) => nameAlphabet[letter.charCodeAt(0) % nameAlphabet.length])
		.join('');
}
