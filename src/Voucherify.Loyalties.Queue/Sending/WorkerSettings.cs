using Microsoft.Extensions.Logging;

namespace Voucherify.Loyalties.Queue.Sending;

/// <summary>What a worker works with, beside its store and its client.</summary>
internal sealed record WorkerSettings(AdjustmentQueueOptions Options, TimeProvider Time, QueueMetrics Metrics, ILogger Log);
