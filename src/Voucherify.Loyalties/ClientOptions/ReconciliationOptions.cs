using Voucherify.Loyalties.ClientOptions;

namespace Voucherify.Loyalties;

/// <summary>
/// How the client searches the card's transactions for an adjustment whose outcome is unknown, by its <c>source_id</c>. If it is found, it
/// was applied. If it is still absent when a window has passed, it was not applied, and is sent again with the same <c>source_id</c>.
/// </summary>
public sealed class ReconciliationOptions
{
    /// <summary>
    /// How long after sending a write can still be applied and listed if the service itself responded with an error, in its own JSON.
    /// Default: 60 seconds. The vendor says that changes complete "a few seconds later", and promises nothing about its lists. A 408, 502,
    /// 503 or 504 never counts as the service's own.
    /// </summary>
    public TimeSpan ServiceErrorWindow { get; set; } = ReconciliationDefaults.ServiceErrorWindow;

    /// <summary>
    /// How long after sending a write can still be applied and listed if nothing conclusive came back: a timeout, a broken connection, or
    /// the error of a gateway. Such a request may still wait in front of the service. Default: 190 seconds. That is an assumption: 3
    /// minutes, which the vendor's JavaScript SDK names as the limit of its load balancer, plus 10 seconds to apply. With the default
    /// <see cref="OutcomeTimeout"/>, a call ends before that, with <see cref="LoyaltyOutcomeUnknownException"/>. A resume has enough time
    /// to decide.
    /// </summary>
    public TimeSpan NoAnswerWindow { get; set; } = ReconciliationDefaults.NoAnswerWindow;

    /// <summary>
    /// Whether the client itself finds out what has become of a write whose outcome is unknown. If not, such a write ends with
    /// <see cref="LoyaltyOutcomeUnknownException"/> at once: it is not searched for, not sent again, and not settled in the background.
    /// Intended for a program in which something else settles it, such as a durable queue. A resume, and a call that credits once, still
    /// search before they send. Default: true.
    /// </summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// How long a call waits once its outcome has become unknown, but never beyond <see cref="LoyaltyClientOptions.TotalTimeout"/>. Then it
    /// ends with <see cref="LoyaltyOutcomeUnknownException"/>, and the client continues to search in the background. It is also how long a
    /// call waits for a card that an unknown outcome holds up; that one ends with <see cref="LoyaltyTimeoutException"/>, with nothing sent.
    /// It does not apply to a resume, nor to a call that credits once and knows of an earlier send
    /// (<see cref="AdjustOnceOptions.Prior"/>): these wait for the window. Default: 15 seconds. <see cref="Timeout.InfiniteTimeSpan"/>
    /// means no limit of its own.
    /// </summary>
    public TimeSpan OutcomeTimeout { get; set; } = ReconciliationDefaults.OutcomeTimeout;

    /// <summary>
    /// The delay before the first search, counted from when the outcome became unknown; the delay doubles with each further one. While
    /// other calls wait for the card, a search also begins when the last one began at least this long ago, and at least a fifth of the time
    /// since the outcome became unknown; the first one begins at once if the request was sent at least this long ago. Default: 1 second.
    /// </summary>
    public TimeSpan BaseDelay { get; set; } = ReconciliationDefaults.BaseDelay;

    /// <summary>The longest delay between two searches. Default: 64 seconds.</summary>
    public TimeSpan MaxDelay { get; set; } = ReconciliationDefaults.MaxDelay;

    /// <summary>
    /// How far before the first send a search begins, by the clock of the service. Default: 1 minute. It covers differences between the
    /// clocks of the service; the clock of this machine does not matter.
    /// </summary>
    public TimeSpan LookbackMargin { get; set; } = ReconciliationDefaults.LookbackMargin;

    /// <summary>
    /// Whether the client adds a marker with the <c>SourceId</c> to the reason of an adjustment of version 2 of the API. Without one, a
    /// lost adjustment can be proven absent but never be recognized: if a transaction looks like it, the call ends with
    /// <see cref="LoyaltyOutcomeUnknownException"/>, and a call that credits once throws <see cref="InvalidOperationException"/>. Default:
    /// <see cref="MarkerPlacement.InReason"/>.
    /// </summary>
    public MarkerPlacement Marker { get; set; } = MarkerPlacement.InReason;

    /// <summary>
    /// What the marker shows. Default: <see cref="MarkerContent.SourceId"/>, with which support finds an order in the dashboard.
    /// </summary>
    public MarkerContent MarkerContent { get; set; } = MarkerContent.SourceId;

    /// <summary>
    /// Whether the service is known to keep the reason of an adjustment as it was sent, for example because
    /// <see cref="V2.ICardsClient.VerifyMarkerAsync"/> has shown it. If not, a transaction without a marker that has the same points and is
    /// not older than the first send may be the lost adjustment, and the call then ends with <see cref="LoyaltyOutcomeUnknownException"/>
    /// instead of being sent again. Default: false.
    /// </summary>
    public bool TrustMarker { get; set; }

    /// <summary>
    /// The property of an event's metadata in which <see cref="IEventsClient.TrackEventAsync"/> puts an id, so that a lost event can be
    /// found in the customer's activity. The project must define the property as a string for every event that you track: the service may
    /// refuse or drop others. If the metadata of an event has the property already, its value is the id, and must be another one for each
    /// event. Default: null, no id. An event whose response is lost then ends with <see cref="LoyaltyOutcomeUnknownException"/>.
    /// </summary>
    public string? EventMarkerProperty { get; set; }

    /// <summary>
    /// When a transaction that is about the same as a lost payment, purchase or bucket change of version 2 of the API is taken for it.
    /// These have no id of the caller's. Default: <see cref="CandidateAssumption.OnlyOne"/>, which is right as long as only one program
    /// pays an order, or buys a reward for a member, at a time. With <see cref="CandidateAssumption.Never"/>, such a write ends with
    /// <see cref="LoyaltyOutcomeUnknownException"/> if there is a candidate
    /// (<see cref="LoyaltyOutcomeUnknownException.Candidates"/>), and is not sent again.
    /// </summary>
    public CandidateAssumption Candidates { get; set; } = CandidateAssumption.OnlyOne;

    /// <summary>How many unsettled sends the client remembers; null for the usual number. Tests make it small.</summary>
    internal int? MaxRememberedSends { get; set; }

    /// <summary>How many transactions of its own the client remembers; null for the usual number. Tests make it small.</summary>
    internal int? MaxClaims { get; set; }

    /// <summary>How many searches in the background look up at the same time. Tests make it small.</summary>
    internal int MaxBackgroundLookups { get; set; } = ReconciliationDefaults.MaxBackgroundLookups;
}
