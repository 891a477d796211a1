import { defineMessages } from '../define-messages.ts';

/** Lessons on changing what runs. */
export const rolloutLessons = defineMessages(
	{
		'lesson.chapter.rollouts': 'Rollouts',
		'lesson.rolling-update.title': 'RollingUpdate',
		'lesson.recreate.title': 'Recreate',
		'lesson.bad-rollout.title': 'A rollout that fails',
		'lesson.pause-resume.title': 'Several changes, one rollout',
		'lesson.history.title': 'Revisions',
		'lesson.canary-bluegreen.title': 'Canary, blue and green',
		'lesson.rolling-update.before':
			'Four Pods of v1 answer. Now the image is another one, while requests keep coming.',
		'lesson.rolling-update.two':
			'Two ReplicaSets from now on: the old one gives Pods up as the new one gets them.',
		'lesson.rolling-update.bounds':
			'25 % of 4 each way: at most 5 Pods, at least 3 available. Terminating ones don’t count, and are seen above.',
		'lesson.rolling-update.trade':
			'The first new one is ready. That makes room: one old Pod may go, one new may come.',
		'lesson.rolling-update.done':
			'v2 only, and at no time were fewer than three ready. No request was lost.',
		'lesson.rolling-update.kept': 'The old ReplicaSet stays, with no Pods: a way back.',
		'lesson.recreate.before': 'The same four Pods, the same update, with strategy Recreate.',
		'lesson.recreate.all': 'All four at once are told to go. From here on nobody answers.',
		'lesson.recreate.waits':
			'It waits for the end of each old Pod, not for its object to disappear. v1 and v2 never run side by side.',
		'lesson.recreate.new': 'The last old one has ended. Only now is there a ReplicaSet for v2.',
		'lesson.recreate.back': 'The first of v2 is ready: the Service answers again.',
		'lesson.recreate.why':
			'Down in between, but never two versions at once, and never more than four Pods. That is what it is for.',
		'lesson.bad-rollout.before': 'v2-broken starts, and answers every request with 500.',
		'lesson.bad-rollout.stuck':
			'The new Pods never get ready, so no further old one goes: three of v1 hold the line.',
		'lesson.bad-rollout.late':
			'A condition says so, and kubectl rollout status gives up. Nothing is rolled back by itself.',
		'lesson.bad-rollout.undo':
			'The way back is a rollout like any other: to the template of before.',
		'lesson.bad-rollout.reused':
			'That template’s ReplicaSet is still there, with three Pods that never stopped.',
		'lesson.bad-rollout.done': 'v1 is complete again. The users have noticed nothing.',
		'lesson.pause-resume.paused': 'Paused: from now on changes are stored, and that is all.',
		'lesson.pause-resume.first': 'Another image. Without the pause a rollout would begin here…',
		'lesson.pause-resume.second': '…and a second one here, while the first is still under way.',
		'lesson.pause-resume.nothing':
			'Still one ReplicaSet: nobody has compared template and Pods yet.',
		'lesson.pause-resume.resumed': 'Resumed: now the template counts, with both changes.',
		'lesson.pause-resume.once': 'One new ReplicaSet, one revision, one rollout.',
		'lesson.history.revisions':
			'Two revisions, two ReplicaSets. change-cause is an annotation that someone wrote.',
		'lesson.history.undo': 'undo: back to the template before this one.',
		'lesson.history.reused':
			'No new ReplicaSet: the first one is used again, and gets the next number.',
		'lesson.history.moved':
			'Revision 1 has become revision 3. The list has a gap, and no entry twice.',
		'lesson.history.chosen': 'Any revision that is kept can be named.',
		'lesson.history.kept':
			'2 has become 4. Ten old ReplicaSets are kept (revisionHistoryLimit); what is cleaned up can’t be gone back to.',
		'lesson.canary-bluegreen.canary':
			'Canary: a second Deployment with one Pod of v2. Both have the label that the Service selects.',
		'lesson.canary-bluegreen.share':
			'One Pod of four is v2, so about one request in four goes there: by chance, not by weight.',
		'lesson.canary-bluegreen.weights':
			'With a Service alone the share is the share of Pods. Exact weights, or a header, need a gateway or a mesh.',
		'lesson.canary-bluegreen.flip':
			'Blue and green: both are there in full, and the Service’s selector says which one answers.',
		'lesson.canary-bluegreen.flipped':
			'One write. As soon as every node has its new rules, all requests go to v2.',
		'lesson.canary-bluegreen.back': 'And back as quickly. The price: twice the Pods.'
	},
	{
		'lesson.chapter.rollouts': '推出',
		'lesson.rolling-update.title': 'RollingUpdate',
		'lesson.recreate.title': 'Recreate',
		'lesson.bad-rollout.title': '失敗的推出',
		'lesson.pause-resume.title': '多次修改，一次推出',
		'lesson.history.title': '版次',
		'lesson.canary-bluegreen.title': '金絲雀與藍綠',
		'lesson.rolling-update.before': '四個 v1 的 Pod 在回答。現在換映像檔，請求仍不斷進來。',
		'lesson.rolling-update.two': '從現在起有兩個 ReplicaSet：新的拿到多少 Pod，舊的就放棄多少。',
		'lesson.rolling-update.bounds':
			'上下各 4 的 25 %：最多 5 個，至少 3 個可用。終止中的不算，但看得見。',
		'lesson.rolling-update.trade': '第一個新的就緒了，騰出了空間：一個舊的可以走，一個新的可以來。',
		'lesson.rolling-update.done': '全是 v2 了，任何時候都有至少三個就緒。一個請求也沒丟。',
		'lesson.rolling-update.kept': '舊的 ReplicaSet 留著，沒有 Pod：這是退路。',
		'lesson.recreate.before': '同樣四個 Pod，同樣的更新，策略是 Recreate。',
		'lesson.recreate.all': '四個同時被要求離開。從這裡起沒有誰回答。',
		'lesson.recreate.waits': '它等每個舊 Pod 終結，而不是等物件消失。v1 和 v2 絕不並存。',
		'lesson.recreate.new': '最後一個舊的終結了。這時才有 v2 的 ReplicaSet。',
		'lesson.recreate.back': '第一個 v2 就緒：Service 又有回應了。',
		'lesson.recreate.why':
			'中間會中斷，但絕不同時有兩個版本，也絕不超過四個 Pod。它的用處就在這裡。',
		'lesson.bad-rollout.before': 'v2-broken 啟動了，但對每個請求都回答 500。',
		'lesson.bad-rollout.stuck': '新 Pod 一直沒就緒，舊的就不再減少：三個 v1 守住陣線。',
		'lesson.bad-rollout.late':
			'太久沒有進展：狀況這樣寫，kubectl rollout status 也放棄了。但不會自動回復。',
		'lesson.bad-rollout.undo': '退回去也是一次推出：回到先前的範本。',
		'lesson.bad-rollout.reused': '那個範本的 ReplicaSet 還在，三個 Pod 從沒停過。',
		'lesson.bad-rollout.done': 'v1 又齊全了。使用者什麼也沒察覺。',
		'lesson.pause-resume.paused': '暫停了：從現在起，修改只是存起來。',
		'lesson.pause-resume.first': '換映像檔。沒有暫停的話，這裡就開始一次推出……',
		'lesson.pause-resume.second': '……而第一次還沒完，這裡又開始第二次。',
		'lesson.pause-resume.nothing': '仍只有一個 ReplicaSet：還沒有誰拿範本和 Pod 比對。',
		'lesson.pause-resume.resumed': '恢復了：現在範本算數，兩項修改都在裡面。',
		'lesson.pause-resume.once': '一個新的 ReplicaSet，一個版次，一次推出。',
		'lesson.history.revisions': '兩個版次，兩個 ReplicaSet。change-cause 是有人寫上的註解。',
		'lesson.history.undo': 'undo：回到上一個範本。',
		'lesson.history.reused': '沒有新的 ReplicaSet：第一個再拿來用，得到下一個編號。',
		'lesson.history.moved': '版次 1 變成了版次 3。清單有空號，但沒有重複。',
		'lesson.history.chosen': '只要還留著，任何版次都可以指定。',
		'lesson.history.kept':
			'2 變成了 4。舊的 ReplicaSet 保留十個（revisionHistoryLimit）；清掉的就回不去了。',
		'lesson.canary-bluegreen.canary':
			'金絲雀：第二個 Deployment，一個 v2 的 Pod。兩邊都有 Service 選擇的標籤。',
		'lesson.canary-bluegreen.share':
			'四個 Pod 裡有一個是 v2，約四分之一的請求會去那裡：靠機率，不靠權重。',
		'lesson.canary-bluegreen.weights':
			'只有 Service 時，流量的比例就是 Pod 的比例。要精確的權重或看標頭，需要閘道或服務網格。',
		'lesson.canary-bluegreen.flip': '藍綠：兩邊都完整存在，由 Service 的選擇器決定誰回答。',
		'lesson.canary-bluegreen.flipped': '寫入一次。每個節點都換好規則後，所有請求都去 v2。',
		'lesson.canary-bluegreen.back': '回頭也一樣快。代價是兩倍的 Pod。'
	},
	{
		'lesson.chapter.rollouts': '发布',
		'lesson.rolling-update.title': 'RollingUpdate',
		'lesson.recreate.title': 'Recreate',
		'lesson.bad-rollout.title': '失败的发布',
		'lesson.pause-resume.title': '多次修改，一次发布',
		'lesson.history.title': '修订版本',
		'lesson.canary-bluegreen.title': '金丝雀与蓝绿',
		'lesson.rolling-update.before': '四个 v1 的 Pod 在回答。现在换镜像，请求仍不断进来。',
		'lesson.rolling-update.two': '从现在起有两个 ReplicaSet：新的拿到多少 Pod，旧的就放弃多少。',
		'lesson.rolling-update.bounds':
			'上下各 4 的 25 %：最多 5 个，至少 3 个可用。终止中的不算，但看得见。',
		'lesson.rolling-update.trade': '第一个新的就绪了，腾出了空间：一个旧的可以走，一个新的可以来。',
		'lesson.rolling-update.done': '全是 v2 了，任何时候都有至少三个就绪。一个请求也没丢。',
		'lesson.rolling-update.kept': '旧的 ReplicaSet 留着，没有 Pod：这是退路。',
		'lesson.recreate.before': '同样四个 Pod，同样的更新，策略是 Recreate。',
		'lesson.recreate.all': '四个同时被要求离开。从这里起没有谁回答。',
		'lesson.recreate.waits': '它等每个旧 Pod 终结，而不是等对象消失。v1 和 v2 绝不并存。',
		'lesson.recreate.new': '最后一个旧的终结了。这时才有 v2 的 ReplicaSet。',
		'lesson.recreate.back': '第一个 v2 就绪：Service 又有响应了。',
		'lesson.recreate.why':
			'中间会中断，但绝不同时有两个版本，也绝不超过四个 Pod。它的用处就在这里。',
		'lesson.bad-rollout.before': 'v2-broken 启动了，但对每个请求都回答 500。',
		'lesson.bad-rollout.stuck': '新 Pod 一直没就绪，旧的就不再减少：三个 v1 守住阵线。',
		'lesson.bad-rollout.late':
			'太久没有进展：状况这样写，kubectl rollout status 也放弃了。但不会自动回滚。',
		'lesson.bad-rollout.undo': '退回去也是一次发布：回到先前的模板。',
		'lesson.bad-rollout.reused': '那个模板的 ReplicaSet 还在，三个 Pod 从没停过。',
		'lesson.bad-rollout.done': 'v1 又齐全了。用户什么也没察觉。',
		'lesson.pause-resume.paused': '暂停了：从现在起，修改只是存起来。',
		'lesson.pause-resume.first': '换镜像。没有暂停的话，这里就开始一次发布……',
		'lesson.pause-resume.second': '……而第一次还没完，这里又开始第二次。',
		'lesson.pause-resume.nothing': '仍只有一个 ReplicaSet：还没有谁拿模板和 Pod 比对。',
		'lesson.pause-resume.resumed': '恢复了：现在模板算数，两项修改都在里面。',
		'lesson.pause-resume.once': '一个新的 ReplicaSet，一个修订版本，一次发布。',
		'lesson.history.revisions': '两个修订版本，两个 ReplicaSet。change-cause 是有人写上的注解。',
		'lesson.history.undo': 'undo：回到上一个模板。',
		'lesson.history.reused': '没有新的 ReplicaSet：第一个再拿来用，得到下一个编号。',
		'lesson.history.moved': '修订版本 1 变成了 3。列表有空号，但没有重复。',
		'lesson.history.chosen': '只要还留着，任何修订版本都可以指定。',
		'lesson.history.kept':
			'2 变成了 4。旧的 ReplicaSet 保留十个（revisionHistoryLimit）；清掉的就回不去了。',
		'lesson.canary-bluegreen.canary':
			'金丝雀：第二个 Deployment，一个 v2 的 Pod。两边都有 Service 选择的标签。',
		'lesson.canary-bluegreen.share':
			'四个 Pod 里有一个是 v2，约四分之一的请求会去那里：靠概率，不靠权重。',
		'lesson.canary-bluegreen.weights':
			'只有 Service 时，流量的比例就是 Pod 的比例。要精确的权重或看请求头，需要网关或服务网格。',
		'lesson.canary-bluegreen.flip': '蓝绿：两边都完整存在，由 Service 的选择算符决定谁回答。',
		'lesson.canary-bluegreen.flipped': '写入一次。每个节点都换好规则后，所有请求都去 v2。',
		'lesson.canary-bluegreen.back': '回头也一样快。代价是两倍的 Pod。'
	}
);
