import { defineMessages } from '../define-messages.ts';

/** One sentence on what is happening and why, and the plain facts under it. */
export const captions = defineMessages(
	{ 'caption.quiet': 'Nothing moves. Every component watches.' },
	{ 'caption.quiet': '沒有任何動靜。每個元件都在監看。' },
	{ 'caption.quiet': '没有任何动静。每个组件都在监视。' }
);
