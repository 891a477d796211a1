import type { Kernel } from './kernel/kernel.ts';

/** The name of an Event about an object: its own and the clock's nanoseconds in hexadecimal (client-go/tools/record). */
export function eventName(about: string, kernel: Kernel): string {
	return `${about}.${kernel.nextNanosecond().toString(16)}`;
}
