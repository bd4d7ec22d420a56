using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Pagination;

/// <summary>Where an enumeration is in a list, so that it can go on without the cursor.</summary>
internal sealed class ListPosition<TItem>(ListContinuation<TItem> continuation)
{
    // Nothing says whether the bound of a condition is a part of the list.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(1);

    /// <summary>The ids of the items that were handed out and have the time of the last one.</summary>
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    private DateTimeOffset? _last;
    private bool _isInOrder = continuation.IsPossible;
    private bool _isResuming;
    private bool _overlaps;

    /// <summary>Whether the list can go on after the last item. It must have got on since it did so before.</summary>
    public bool CanResume => _isInOrder && !_isResuming && _last is not null;

    /// <summary>Begins a list anew, just before the last item.</summary>
    /// <returns>Fetches the page of a cursor of the new list.</returns>
    public Func<string?, CancellationToken, Task<Page<TItem>>> Resume()
    {
        var last = _last!.Value;
        (_isResuming, _overlaps) = (true, false);
        return (cursor, token) => continuation.Fetch(Narrow, cursor, token);

        TimeConditions Narrow(TimeConditions? given)
        {
            var conditions = given ?? new();
            if (conditions is not { DaysAgoIs: null, MoreThanDaysAgo: null, LessThanDaysAgo: null })
            {
                throw new LoyaltyException(
                    "The list is incomplete: its cursor has expired, and its conditions in days mean other items by now. "
                    + "Enumerate it again from its start.");
            }

            var (before, after) = (last + Overlap, last - Overlap);
            return continuation.IsOldestFirst
                ? conditions with { After = conditions.After > after ? conditions.After : after }
                : conditions with { Before = conditions.Before < before ? conditions.Before : before };
        }
    }

    /// <summary>Takes the next item of the list.</summary>
    /// <returns>Whether it is handed out: not if that has happened before.</returns>
    /// <exception cref="LoyaltyException">The new list does not show the last item, so what is between them may be missing.</exception>
    public bool TryTake(TItem item)
    {
        var (id, createdAt) = continuation.Describe(item);
        if (_isResuming)
        {
            if (_ids.Contains(id))
            {
                _overlaps = true;
                return false;
            }

            if (ComesBefore(createdAt))
            {
                return false;
            }

            RequireOverlap();
            _isResuming = false;
        }

        _isInOrder &= createdAt is not null && !ComesBefore(createdAt);
        if (createdAt != _last)
        {
            _ids.Clear();
        }

        _last = createdAt;
        _ids.Add(id);
        return true;
    }

    /// <summary>The list has ended.</summary>
    /// <exception cref="LoyaltyException">The new list does not show the last item.</exception>
    public void End()
    {
        if (_isResuming)
        {
            RequireOverlap();
        }
    }

    private bool ComesBefore(DateTimeOffset? createdAt) => continuation.IsOldestFirst ? createdAt < _last : createdAt > _last;

    private void RequireOverlap()
    {
        if (!_overlaps)
        {
            throw new LoyaltyException(
                "The list is incomplete: its cursor has expired, and the place where it ended was not found again. Enumerate it again from "
                + "its start.");
        }
    }
}
