import { describe, expect, it } from 'vitest';
import { search, type Searchable } from './search.ts';

const lessons: readonly Searchable[] = [
	{
		id: 'create-pod',
		words: ['從按鍵到 Running', 'From key press to Running', '架構'],
		said: [
			[0, '還沒有事情發生。'],
			[765, '排程器選了 worker-1。它不會呼叫節點。'],
			[900, 'Binding 寫入 etcd。', 1]
		]
	},
	{ id: 'probes', words: ['探針', 'Probes', 'Pod'], said: [[10, 'kubelet 檢查 readiness。']] }
];

describe('search', () => {
	it('finds everything for nothing', () => {
		expect(search(lessons, ' ')).toEqual([{ id: 'create-pod' }, { id: 'probes' }]);
	});

	it('finds by title in the page’s language and in English, whatever the case', () => {
		expect(search(lessons, '按鍵')).toEqual([{ id: 'create-pod' }]);
		expect(search(lessons, 'KEY running')).toEqual([{ id: 'create-pod' }]);
		expect(search(lessons, 'ｐｒｏｂｅｓ')).toEqual([{ id: 'probes' }]);
	});

	it('finds by what is said, and tells where', () => {
		expect(search(lessons, '排程器')).toEqual([
			{ id: 'create-pod', sentence: { atMs: 765, text: '排程器選了 worker-1。它不會呼叫節點。' } }
		]);
	});

	it('wants every word, wherever it stands', () => {
		expect(search(lessons, 'probes readiness')).toHaveLength(1);
		expect(search(lessons, 'probes etcd')).toEqual([]);
	});

	it('finds what a question hides, without telling it', () => {
		expect(search(lessons, 'binding')).toEqual([{ id: 'create-pod' }]);
	});
});
