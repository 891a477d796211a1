/** All of the classroom: comes in a chunk of its own. */
export { Classroom } from './classroom.svelte.ts';
export { default as ClassroomView } from './ClassroomView.svelte';
export { default as DrawingLayer } from './drawing/DrawingLayer.svelte';
