/**
 * The addresses of one node's Pods: the CNI plugin's host-local allocator hands them out of the node's podCIDR in order and
 * comes round to freed ones only at the end (`.1` is the bridge). Models containernetworking/plugins host-local allocator.
 */
export class PodAddresses {
	private readonly taken = new Set<number>();
	private readonly base: number;
	private readonly size: number;
	private last = 1;

	constructor(cidr: string) {
		const [address = '', bits = '24'] = cidr.split('/');
		this.base = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
		this.size = 2 ** (32 - Number(bits));
	}

	/** The next free address; undefined when the range is used up. */
	allocate(): string | undefined {
		for (let tried = 0; tried < this.size - 3; tried++) {
			this.last = this.last + 1 >= this.size - 1 ? 2 : this.last + 1;
			if (this.taken.has(this.last)) continue;
			this.taken.add(this.last);
			return dotted(this.base + this.last);
		}
		return undefined;
	}

	release(address: string): void {
		const number = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
		this.taken.delete(number - this.base);
	}
}

function dotted(number: number): string {
	return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
}
