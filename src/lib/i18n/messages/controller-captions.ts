import { defineMessages } from '../define-messages.ts';

/** What Deployments, ReplicaSets, the garbage collector, probes and restarts do, a sentence each. */
export const controllerCaptions = defineMessages(
	{
		'caption.not-there':
			'The API server knows no such object yet. kubectl asked before it makes one.',
		'caption.deployed':
			'etcd commits revision {revision}: the Deployment {name} says replicas: {replicas}. The API server makes no Pod.',
		'caption.updated':
			'The Pod template of {name} is another one now. No Pod is touched: its controller looks for a ReplicaSet with this template.',
		'caption.updated-paused':
			'The Pod template of {name} is another one now, but the rollout is paused: nothing follows from it yet.',
		'caption.resized':
			'{name} says replicas: {replicas}, no longer {from}. The template is the same: this is no rollout.',
		'caption.paused':
			'{name} is paused: its controller will make no new ReplicaSet until it is resumed.',
		'caption.resumed': '{name} is resumed: its controller compares template and ReplicaSets again.',
		'caption.decides-new':
			'The Deployment controller finds no ReplicaSet of {name} with this Pod template. It makes one.',
		'caption.replica-set':
			'The ReplicaSet {name} is stored, replicas: {replicas}. The end of its name is a hash of the Pod template.',
		'caption.replica-set-alone':
			'The ReplicaSet {name} is stored, replicas: {replicas}. Its controller looks which Pods its selector finds.',
		'caption.decides-up':
			'The Deployment controller adds up: {replicas} + {maxSurge} surge = {most} allowed, {total} there. The new ReplicaSet may go from {from} to {to}.',
		'caption.decides-down':
			'The Deployment controller adds up: {replicas} − {maxUnavailable} = {least} must be available, {available} are. An old ReplicaSet may go from {from} to {to}.',
		'caption.decides-clean':
			'Old Pods that are not available serve nobody: their ReplicaSet gives them up first, from {from} to {to}.',
		'caption.decides-size':
			'The Deployment controller passes the new size on: ReplicaSet {replicaSet} goes from {from} to {to}.',
		'caption.recreates-down':
			'Recreate: the Deployment controller takes the old ReplicaSet from {from} to {to} at once. Nothing new is made yet.',
		'caption.recreates-up':
			'No old Pod runs any more. Only now does the Deployment controller take the new ReplicaSet from {from} to {to}.',
		'caption.waits':
			'Nothing to decide for now: asked for {total}, available {available}. The Deployment controller waits for the next change.',
		'caption.waits-old':
			'The Deployment controller waits: as long as an old Pod may still run, Recreate makes no new one.',
		'caption.scaled-up':
			'etcd commits revision {revision}: ReplicaSet {name} goes from {from} to {replicas}. So far it is only a number.',
		'caption.scaled-down':
			'etcd commits revision {revision}: ReplicaSet {name} goes from {from} to {replicas}. So far it is only a number.',
		'caption.creates-pods':
			'The ReplicaSet controller compares: {desired} wanted, {current} there. It creates {count}.',
		'caption.deletes-pods':
			'The ReplicaSet controller compares: {desired} wanted, {current} there. It deletes {count}; the first to go is {pod}.',
		'caption.reused':
			'ReplicaSet {name} has this very template already. It is used again, as revision {number}.',
		'caption.complete':
			'Every Pod of {name} is of its template and available: the rollout is complete.',
		'caption.late':
			'{seconds} s without progress: {name} gets the condition ProgressDeadlineExceeded. Nothing else is done about it.',
		'caption.conflict':
			'409: the controller knew an older {name}, the object has moved on. It will try again with the newer version.',
		'caption.adopted':
			'The Pod {pod} matches the selector and has no controller: the ReplicaSet {owner} adopts it by an ownerReference.',
		'caption.released':
			'The Pod {pod} no longer matches: the ReplicaSet {owner} takes its ownerReference off. The Pod runs on.',
		'caption.relabelled':
			'etcd commits revision {revision}: {pod} has other labels. Whoever selects by them will see.',
		'caption.marked':
			'{kind} {name} is marked for deletion and stays: its finalizer ({finalizer}) says what must happen first.',
		'caption.orphaned':
			'{owner} goes and leaves {name} behind: only the ownerReference is taken away.',
		'caption.collected': 'The owner of {name} is gone: the garbage collector deletes it too.',
		'caption.gone': 'etcd commits revision {revision}: the key of {kind} {name} is gone.',
		'caption.unready':
			'{pod} is not ready any more. Its phase is still {phase}, and its containers stay.',
		'caption.restarted':
			'The kubelet on {node} starts {container} again, attempt {attempt}: the same Pod, the same IP.',
		'caption.mirrored':
			'etcd commits revision {revision}: {pod} is a mirror of what the kubelet on {node} runs by itself.',
		'caption.manifest':
			'A file is put into the kubelet’s folder on {node}. The kubelet sees it by itself: no API server is asked.',
		'caption.manifest-gone':
			'The file is gone from {node}: the kubelet there ends the Pod that it described.',
		'caption.cut-off':
			'{component} is cut off from what it watches. It runs on, and doesn’t know what it doesn’t hear.',
		'caption.reconnected':
			'{component} could reach the API server again. It will find out when it next tries.',
		'caption.watch-resumed':
			'{component} takes its watch up at version {revision}: from there on it wants to hear everything.',
		'caption.watch-expired': 'The API server has forgotten what came after that version: 410 Gone.',
		'caption.watch-relisted': '{component} asks for everything anew, and watches from there.',
		'caption.component-stopped':
			'The {component} has stopped. Its work is left undone; whatever runs goes on running.',
		'caption.component-started':
			'The {component} starts again: it lists everything, and takes up what was left.',
		'caption.evicting':
			'{node} has {available} of memory left. {pod} uses {uses} and asked for {requests}: it is evicted.',
		'caption.backs-off':
			'CrashLoopBackOff: {container} of {pod} ended too soon. The kubelet waits {seconds} s before it starts it again.',
		'caption.pre-stop':
			'Before SIGTERM the kubelet runs the preStop hook of {container}. Its time counts as grace.',
		'caption.probe-failed-readiness':
			'The readiness probe of {pod} fails {times} times in a row: the kubelet calls it not ready, and restarts nothing.',
		'caption.probe-failed-liveness':
			'The liveness probe of {pod} fails {times} times in a row: the kubelet ends {container} and starts it again.',
		'caption.probe-failed-startup':
			'The startup probe of {pod} fails {times} times in a row: the kubelet ends {container} and starts it again.',
		'caption.probe-passed':
			'The startup probe of {pod} succeeds. Only now do its other probes begin.'
	},
	{
		'caption.not-there': 'API Server 還沒有這個物件。kubectl 在建立之前先問了一聲。',
		'caption.deployed':
			'etcd 提交修訂 {revision}：Deployment {name} 要 {replicas} 個 Pod。API Server 自己一個也不會建。',
		'caption.updated':
			'{name} 的 Pod 範本換了。沒有 Pod 因此變動：它的控制器會找有這個範本的 ReplicaSet。',
		'caption.updated-paused': '{name} 的 Pod 範本換了，但推出已暫停：目前什麼也不會發生。',
		'caption.resized':
			'{name} 現在要 {replicas} 個 Pod，原本是 {from} 個。範本沒變，所以不算推出。',
		'caption.paused': '{name} 暫停了：恢復之前，控制器不會建立新的 ReplicaSet。',
		'caption.resumed': '{name} 恢復了：控制器重新比對範本和 ReplicaSet。',
		'caption.decides-new':
			'Deployment 控制器找不到 {name} 有這個 Pod 範本的 ReplicaSet，於是建立一個。',
		'caption.replica-set':
			'ReplicaSet {name} 已寫入：它要 {replicas} 個 Pod。名字結尾是 Pod 範本的雜湊值。',
		'caption.replica-set-alone':
			'ReplicaSet {name} 已寫入，replicas 是 {replicas}。它的控制器看看選擇器找到哪些 Pod。',
		'caption.decides-up':
			'Deployment 控制器計算：{replicas} + 超額 {maxSurge} = 最多 {most} 個，現有 {total} 個。新的 ReplicaSet 可從 {from} 增到 {to}。',
		'caption.decides-down':
			'Deployment 控制器計算：{replicas} − {maxUnavailable} = 至少要 {least} 個可用，現有 {available} 個。舊的 ReplicaSet 可從 {from} 減到 {to}。',
		'caption.decides-clean':
			'不可用的舊 Pod 服務不了誰：先放棄它們，ReplicaSet 從 {from} 減到 {to}。',
		'caption.decides-size':
			'Deployment 控制器轉達新的數量：ReplicaSet {replicaSet} 從 {from} 到 {to}。',
		'caption.recreates-down':
			'Recreate：Deployment 控制器把舊的 ReplicaSet 一次從 {from} 減到 {to}，還不建立新的。',
		'caption.recreates-up':
			'舊 Pod 都不在執行了。Deployment 控制器這才把新的 ReplicaSet 從 {from} 增到 {to}。',
		'caption.waits':
			'眼下沒有要決定的：要 {total} 個，可用 {available} 個。Deployment 控制器等下一個變化。',
		'caption.waits-old': 'Deployment 控制器等待：只要還可能有舊 Pod 在執行，Recreate 就不建新的。',
		'caption.scaled-up':
			'etcd 提交修訂 {revision}：ReplicaSet {name} 從 {from} 到 {replicas}。目前只是個數字。',
		'caption.scaled-down':
			'etcd 提交修訂 {revision}：ReplicaSet {name} 從 {from} 到 {replicas}。目前只是個數字。',
		'caption.creates-pods':
			'ReplicaSet 控制器比對：要 {desired} 個，現有 {current} 個。它建立 {count} 個。',
		'caption.deletes-pods':
			'ReplicaSet 控制器比對：要 {desired} 個，現有 {current} 個。它刪除 {count} 個，最先走的是 {pod}。',
		'caption.reused': 'ReplicaSet {name} 正好有這個範本，於是再用它，版次編號是 {number}。',
		'caption.complete': '{name} 的每個 Pod 都是現在的範本，而且可用：推出完成。',
		'caption.late':
			'{seconds} 秒沒有進展：{name} 得到狀況 ProgressDeadlineExceeded，除此之外什麼也不做。',
		'caption.conflict': '409：控制器照自己所知的 {name} 修改，但物件已經更新。它會拿新版本再試。',
		'caption.adopted':
			'Pod {pod} 符合選擇器，又沒有控制器：ReplicaSet {owner} 用 ownerReference 收養它。',
		'caption.released':
			'Pod {pod} 不再符合：ReplicaSet {owner} 放手，拿掉 ownerReference。Pod 繼續執行。',
		'caption.relabelled': 'etcd 提交修訂 {revision}：{pod} 的標籤變了。用標籤選擇的元件都會看見。',
		'caption.marked':
			'{kind} {name} 標記為刪除，但還在：finalizer（{finalizer}）說明要先完成什麼。',
		'caption.orphaned': '{owner} 離開，留下 {name}：只拿掉它的 ownerReference。',
		'caption.collected': '{name} 的擁有者不在了：垃圾回收器把它也刪除。',
		'caption.gone': 'etcd 提交修訂 {revision}：{kind} {name} 的鍵消失了。',
		'caption.unready': '{pod} 不再就緒。階段仍是 {phase}，容器也都留著。',
		'caption.restarted':
			'{node} 的 kubelet 再次啟動 {container}，第 {attempt} 次重啟：同一個 Pod，同一個 IP。',
		'caption.mirrored':
			'etcd 提交修訂 {revision}：{pod} 只是 mirror，照出 {node} 的 kubelet 自己執行的 Pod。',
		'caption.manifest':
			'{node} 上 kubelet 的資料夾多了一個檔案。kubelet 自己看得到，不必問 API Server。',
		'caption.manifest-gone': '{node} 上的檔案沒了：那裡的 kubelet 結束它描述的 Pod。',
		'caption.cut-off': '{component} 和它監看的斷了線。它照樣執行，沒聽到的就不知道。',
		'caption.reconnected': '{component} 又連得上 API Server 了，等它下次再試就會發現。',
		'caption.watch-resumed': '{component} 從版本 {revision} 接著監看：之後的每件事它都要聽到。',
		'caption.watch-expired': '那個版本之後發生過什麼，API Server 已經不記得了：410 Gone。',
		'caption.watch-relisted': '{component} 全部重新要一次，再從那裡開始監看。',
		'caption.component-stopped': '{component} 停了。它的工作沒有人做；已在執行的照常執行。',
		'caption.component-started': '{component} 重新啟動：先把全部列出來，再接著做沒做完的事。',
		'caption.evicting':
			'{node} 只剩 {available} 記憶體。{pod} 用了 {uses}，當初只要 {requests}：被驅逐。',
		'caption.backs-off':
			'CrashLoopBackOff：{pod} 的 {container} 太快結束，kubelet 等 {seconds} 秒才再啟動。',
		'caption.pre-stop':
			'送出 SIGTERM 之前，kubelet 先執行 {container} 的 preStop，時間算在寬限期內。',
		'caption.probe-failed-readiness':
			'{pod} 的就緒探針連續失敗 {times} 次：kubelet 說它未就緒，但不重啟任何東西。',
		'caption.probe-failed-liveness':
			'{pod} 的存活探針連續失敗 {times} 次：kubelet 結束 {container}，再啟動一次。',
		'caption.probe-failed-startup':
			'{pod} 的啟動探針連續失敗 {times} 次：kubelet 結束 {container}，再啟動一次。',
		'caption.probe-passed': '{pod} 的啟動探針成功。其他探針這才開始。'
	},
	{
		'caption.not-there': 'API Server 还没有这个对象。kubectl 在创建之前先问了一声。',
		'caption.deployed':
			'etcd 提交修订 {revision}：Deployment {name} 要 {replicas} 个 Pod。API Server 自己一个也不会建。',
		'caption.updated':
			'{name} 的 Pod 模板换了。没有 Pod 因此变动：它的控制器会找有这个模板的 ReplicaSet。',
		'caption.updated-paused': '{name} 的 Pod 模板换了，但发布已暂停：目前什么也不会发生。',
		'caption.resized':
			'{name} 现在要 {replicas} 个 Pod，原来是 {from} 个。模板没变，所以不算发布。',
		'caption.paused': '{name} 暂停了：恢复之前，控制器不会创建新的 ReplicaSet。',
		'caption.resumed': '{name} 恢复了：控制器重新比对模板和 ReplicaSet。',
		'caption.decides-new':
			'Deployment 控制器找不到 {name} 有这个 Pod 模板的 ReplicaSet，于是创建一个。',
		'caption.replica-set':
			'ReplicaSet {name} 已写入：它要 {replicas} 个 Pod。名字结尾是 Pod 模板的哈希值。',
		'caption.replica-set-alone':
			'ReplicaSet {name} 已写入，replicas 是 {replicas}。它的控制器看看选择算符找到哪些 Pod。',
		'caption.decides-up':
			'Deployment 控制器计算：{replicas} + 超额 {maxSurge} = 最多 {most} 个，现有 {total} 个。新的 ReplicaSet 可从 {from} 增到 {to}。',
		'caption.decides-down':
			'Deployment 控制器计算：{replicas} − {maxUnavailable} = 至少要 {least} 个可用，现有 {available} 个。旧的 ReplicaSet 可从 {from} 减到 {to}。',
		'caption.decides-clean':
			'不可用的旧 Pod 服务不了谁：先放弃它们，ReplicaSet 从 {from} 减到 {to}。',
		'caption.decides-size':
			'Deployment 控制器转达新的数量：ReplicaSet {replicaSet} 从 {from} 到 {to}。',
		'caption.recreates-down':
			'Recreate：Deployment 控制器把旧的 ReplicaSet 一次从 {from} 减到 {to}，还不创建新的。',
		'caption.recreates-up':
			'旧 Pod 都不在运行了。Deployment 控制器这才把新的 ReplicaSet 从 {from} 增到 {to}。',
		'caption.waits':
			'眼下没有要决定的：要 {total} 个，可用 {available} 个。Deployment 控制器等下一个变化。',
		'caption.waits-old': 'Deployment 控制器等待：只要还可能有旧 Pod 在运行，Recreate 就不建新的。',
		'caption.scaled-up':
			'etcd 提交修订 {revision}：ReplicaSet {name} 从 {from} 到 {replicas}。目前只是个数字。',
		'caption.scaled-down':
			'etcd 提交修订 {revision}：ReplicaSet {name} 从 {from} 到 {replicas}。目前只是个数字。',
		'caption.creates-pods':
			'ReplicaSet 控制器比对：要 {desired} 个，现有 {current} 个。它创建 {count} 个。',
		'caption.deletes-pods':
			'ReplicaSet 控制器比对：要 {desired} 个，现有 {current} 个。它删除 {count} 个，最先走的是 {pod}。',
		'caption.reused': 'ReplicaSet {name} 正好有这个模板，于是再用它，修订版本号是 {number}。',
		'caption.complete': '{name} 的每个 Pod 都是现在的模板，而且可用：发布完成。',
		'caption.late':
			'{seconds} 秒没有进展：{name} 得到状况 ProgressDeadlineExceeded，除此之外什么也不做。',
		'caption.conflict': '409：控制器按自己所知的 {name} 修改，但对象已经更新。它会拿新版本再试。',
		'caption.adopted':
			'Pod {pod} 匹配选择算符，又没有控制器：ReplicaSet {owner} 用 ownerReference 收养它。',
		'caption.released':
			'Pod {pod} 不再匹配：ReplicaSet {owner} 放手，拿掉 ownerReference。Pod 继续运行。',
		'caption.relabelled': 'etcd 提交修订 {revision}：{pod} 的标签变了。按标签选择的组件都会看到。',
		'caption.marked':
			'{kind} {name} 标记为删除，但还在：finalizer（{finalizer}）说明要先完成什么。',
		'caption.orphaned': '{owner} 离开，留下 {name}：只拿掉它的 ownerReference。',
		'caption.collected': '{name} 的属主不在了：垃圾收集器把它也删除。',
		'caption.gone': 'etcd 提交修订 {revision}：{kind} {name} 的键消失了。',
		'caption.unready': '{pod} 不再就绪。阶段仍是 {phase}，容器也都留着。',
		'caption.restarted':
			'{node} 的 kubelet 再次启动 {container}，第 {attempt} 次重启：同一个 Pod，同一个 IP。',
		'caption.mirrored':
			'etcd 提交修订 {revision}：{pod} 只是 mirror，照出 {node} 的 kubelet 自己运行的 Pod。',
		'caption.manifest':
			'{node} 上 kubelet 的目录里多了一个文件。kubelet 自己会看到，不用问 API Server。',
		'caption.manifest-gone': '{node} 上的文件没了：那里的 kubelet 结束它描述的 Pod。',
		'caption.cut-off': '{component} 和它监视的断了线。它照样运行，没听到的就不知道。',
		'caption.reconnected': '{component} 又连得上 API Server 了，等它下次再试就会发现。',
		'caption.watch-resumed': '{component} 从版本 {revision} 接着监视：之后的每件事它都要听到。',
		'caption.watch-expired': '那个版本之后发生过什么，API Server 已经不记得了：410 Gone。',
		'caption.watch-relisted': '{component} 全部重新要一次，再从那里开始监视。',
		'caption.component-stopped': '{component} 停了。它的工作没有人做；已经在运行的照常运行。',
		'caption.component-started': '{component} 重新启动：先把全部列出来，再接着做没做完的事。',
		'caption.evicting':
			'{node} 只剩 {available} 内存。{pod} 用了 {uses}，当初只要 {requests}：被驱逐。',
		'caption.backs-off':
			'CrashLoopBackOff：{pod} 的 {container} 太快结束，kubelet 等 {seconds} 秒才再启动。',
		'caption.pre-stop':
			'发出 SIGTERM 之前，kubelet 先执行 {container} 的 preStop，时间算在宽限期内。',
		'caption.probe-failed-readiness':
			'{pod} 的就绪探针连续失败 {times} 次：kubelet 说它未就绪，但不重启任何东西。',
		'caption.probe-failed-liveness':
			'{pod} 的存活探针连续失败 {times} 次：kubelet 结束 {container}，再启动一次。',
		'caption.probe-failed-startup':
			'{pod} 的启动探针连续失败 {times} 次：kubelet 结束 {container}，再启动一次。',
		'caption.probe-passed': '{pod} 的启动探针成功。其他探针这才开始。'
	}
);
