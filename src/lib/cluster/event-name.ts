import type { Kernel } from './kernel/kernel.ts';

/** The name of an Event about an object: its own and the clock's nanoseconds in hexadecimal (client-go/tools/record). */
export function eventName(about: string, { wallMs }: Kernel): string {
	return `${about}.${(BigInt(Math.round(wallMs * 1000)) * 1000n).toString(16)}`;
}
