import { defineMessages } from '../define-messages.ts';

/** Lessons on what controllers keep. */
export const controllerLessons = defineMessages(
	{
		'lesson.chapter.controllers': 'Controllers',
		'lesson.labels.title': 'Labels and selectors',
		'lesson.replicaset.title': 'The reconcile loop',
		'lesson.scale.title': 'Scale up and down',
		'lesson.gc.title': 'Owners, and what they leave',
		'lesson.labels.pairs':
			'Labels are pairs of a key and a value. They say what something is, and nothing follows by itself.',
		'lesson.labels.equal': 'A selector is a question: which Pods have app=shop? Three of four.',
		'lesson.labels.sets':
			'in, notin, exists, !=: all the requirements must be met. A Pod may be in many sets.',
		'lesson.labels.moved':
			'One label is changed, and the Pod is in another set. It is the same Pod, and nothing restarts.',
		'lesson.labels.selector':
			'A ReplicaSet has a selector too: app=shop, and env one of live and canary.',
		'lesson.labels.joined':
			'Three Pods match, and three are wanted: the ReplicaSet takes them as they are, and creates none.',
		'lesson.replicaset.adopts':
			'Two Pods were here already. Their labels match, so the ReplicaSet makes them its own and creates only one.',
		'lesson.replicaset.deleted':
			'Observe, compare, act. One is deleted: what will the comparison say?',
		'lesson.replicaset.relabelled':
			'Now one loses the label. It is not deleted, it only no longer counts.',
		'lesson.replicaset.released':
			'Released: nobody’s Pod, and still running, for someone to look into. A new one takes its place.',
		'lesson.replicaset.extra': 'One too many: a Pod that matches comes in from outside.',
		'lesson.replicaset.template':
			'Another image in the template touches no running Pod. That is why there are Deployments.',
		'lesson.replicaset.loop':
			'Three match, three are wanted, nothing is done. Its predecessor, the ReplicationController, had no set-based selectors.',
		'lesson.scale.number':
			'Scaling changes one number of the Deployment, through the subresource scale.',
		'lesson.scale.same': 'The same ReplicaSet, another number: no new template, no new revision.',
		'lesson.scale.full': 'The nodes are full. The seventh Pod is there, as an object, and waits.',
		'lesson.scale.pending': 'Two must go. Who is on no node yet goes first: that hurts no one.',
		'lesson.scale.ranking':
			'Then not ready before ready, lower deletion cost, nodes with more of the same, ready for a shorter time, younger.',
		'lesson.scale.done': 'One Pod is left, and one revision: scaling was no rollout.',
		'lesson.gc.owners':
			'A Pod’s owner is its ReplicaSet, whose owner is its Deployment: metadata.ownerReferences says so.',
		'lesson.gc.background':
			'background, the usual way: the owner goes at once, and what it owned is collected afterwards.',
		'lesson.gc.foreground':
			'foreground: the owner stays, marked and with a finalizer, until all that it owns is gone.',
		'lesson.gc.last': 'Pods first, then the ReplicaSet, and the Deployment last of all.',
		'lesson.gc.orphan':
			'orphan: only the reference is taken away. What was owned lives on, without an owner.',
		'lesson.gc.left': 'A ReplicaSet without a Deployment is left, and goes on keeping its Pod.'
	},
	{
		'lesson.chapter.controllers': '控制器',
		'lesson.labels.title': '標籤與選擇器',
		'lesson.replicaset.title': '調和迴圈',
		'lesson.scale.title': '增加與減少',
		'lesson.gc.title': '擁有者，與它留下的',
		'lesson.labels.pairs': '標籤是一對鍵和值，說明這是什麼。光有標籤，什麼也不會發生。',
		'lesson.labels.equal': '選擇器是個問題：哪些 Pod 有 app=shop？四個裡有三個。',
		'lesson.labels.sets':
			'in、notin、exists、!=：每個條件都要符合。一個 Pod 可以同時在很多集合裡。',
		'lesson.labels.moved': '改一個標籤，Pod 就在另一個集合裡。還是同一個 Pod，什麼也沒重啟。',
		'lesson.labels.selector': 'ReplicaSet 也有選擇器：app=shop，而且 env 是 live 或 canary。',
		'lesson.labels.joined': '三個 Pod 符合，要的也是三個：ReplicaSet 照單全收，一個也不建。',
		'lesson.replicaset.adopts':
			'這裡本來就有兩個 Pod。標籤符合，ReplicaSet 就收為己有，只再建一個。',
		'lesson.replicaset.deleted': '觀察、比對、行動。刪掉一個：比對的結果會是什麼？',
		'lesson.replicaset.relabelled': '這次拿掉一個 Pod 的標籤。它沒被刪除，只是不再算數。',
		'lesson.replicaset.released':
			'放手了：不屬於誰，但還在執行，可以拿來查問題。新的一個補上它的位置。',
		'lesson.replicaset.extra': '多了一個：外面來了一個符合的 Pod。',
		'lesson.replicaset.template':
			'範本換了映像檔，執行中的 Pod 一個也不動。所以才需要 Deployment。',
		'lesson.replicaset.loop':
			'三個符合，要的是三個，什麼也不做。它的前身 ReplicationController 沒有集合式的選擇器。',
		'lesson.scale.number': '調整數量只改 Deployment 的一個數字，走的是子資源 scale。',
		'lesson.scale.same': '同一個 ReplicaSet，另一個數字：沒有新範本，沒有新版次。',
		'lesson.scale.full': '節點滿了。第七個 Pod 以物件存在，只能等。',
		'lesson.scale.pending': '要走兩個。還沒上節點的先走：誰也不受影響。',
		'lesson.scale.ranking':
			'接著：未就緒的先於就緒的，刪除成本低的，同伴較多的節點上的，就緒較短的，較年輕的。',
		'lesson.scale.done': '剩一個 Pod，一個版次：調整數量不是推出。',
		'lesson.gc.owners':
			'Pod 的擁有者是 ReplicaSet，ReplicaSet 的擁有者是 Deployment：寫在 metadata.ownerReferences。',
		'lesson.gc.background': 'background，一般的做法：擁有者立刻離開，它擁有的稍後回收。',
		'lesson.gc.foreground': 'foreground：擁有者先留著，有標記和 finalizer，等它擁有的都消失。',
		'lesson.gc.last': '先是 Pod，再是 ReplicaSet，最後才是 Deployment。',
		'lesson.gc.orphan': 'orphan：只拿掉參照。被擁有的繼續存在，只是沒有主人。',
		'lesson.gc.left': '留下一個沒有 Deployment 的 ReplicaSet，繼續維持它的 Pod。'
	},
	{
		'lesson.chapter.controllers': '控制器',
		'lesson.labels.title': '标签与选择算符',
		'lesson.replicaset.title': '调谐循环',
		'lesson.scale.title': '扩容与缩容',
		'lesson.gc.title': '属主，与它留下的',
		'lesson.labels.pairs': '标签是一对键和值，说明这是什么。光有标签，什么也不会发生。',
		'lesson.labels.equal': '选择算符是个问题：哪些 Pod 有 app=shop？四个里有三个。',
		'lesson.labels.sets':
			'in、notin、exists、!=：每个条件都要满足。一个 Pod 可以同时在很多集合里。',
		'lesson.labels.moved': '改一个标签，Pod 就在另一个集合里。还是同一个 Pod，什么也没重启。',
		'lesson.labels.selector': 'ReplicaSet 也有选择算符：app=shop，而且 env 是 live 或 canary。',
		'lesson.labels.joined': '三个 Pod 匹配，要的也是三个：ReplicaSet 照单全收，一个也不建。',
		'lesson.replicaset.adopts':
			'这里本来就有两个 Pod。标签匹配，ReplicaSet 就收为己有，只再建一个。',
		'lesson.replicaset.deleted': '观察、比对、行动。删掉一个：比对的结果会是什么？',
		'lesson.replicaset.relabelled': '这次拿掉一个 Pod 的标签。它没被删除，只是不再算数。',
		'lesson.replicaset.released':
			'放手了：不属于谁，但还在运行，可以拿来查问题。新的一个补上它的位置。',
		'lesson.replicaset.extra': '多了一个：外面来了一个匹配的 Pod。',
		'lesson.replicaset.template': '模板换了镜像，运行中的 Pod 一个也不动。所以才需要 Deployment。',
		'lesson.replicaset.loop':
			'三个匹配，要的是三个，什么也不做。它的前身 ReplicationController 没有集合式的选择算符。',
		'lesson.scale.number': '调整数量只改 Deployment 的一个数字，走的是子资源 scale。',
		'lesson.scale.same': '同一个 ReplicaSet，另一个数字：没有新模板，没有新修订版本。',
		'lesson.scale.full': '节点满了。第七个 Pod 以对象存在，只能等。',
		'lesson.scale.pending': '要走两个。还没上节点的先走：谁也不受影响。',
		'lesson.scale.ranking':
			'接着：未就绪的先于就绪的，删除成本低的，同伴较多的节点上的，就绪较短的，较年轻的。',
		'lesson.scale.done': '剩一个 Pod，一个修订版本：调整数量不是发布。',
		'lesson.gc.owners':
			'Pod 的属主是 ReplicaSet，ReplicaSet 的属主是 Deployment：写在 metadata.ownerReferences。',
		'lesson.gc.background': 'background，一般的做法：属主立刻离开，它拥有的稍后回收。',
		'lesson.gc.foreground': 'foreground：属主先留着，有标记和 finalizer，等它拥有的都消失。',
		'lesson.gc.last': '先是 Pod，再是 ReplicaSet，最后才是 Deployment。',
		'lesson.gc.orphan': 'orphan：只拿掉引用。被拥有的继续存在，只是没有属主。',
		'lesson.gc.left': '留下一个没有 Deployment 的 ReplicaSet，继续维持它的 Pod。'
	}
);
