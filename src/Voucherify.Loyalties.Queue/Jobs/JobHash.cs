using System.Security.Cryptography;
using System.Text;

namespace Voucherify.Loyalties.Queue.Jobs;

/// <summary>Tells whether two submits have the same items in the same order, without keeping them.</summary>
internal sealed class JobHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long Count { get; private set; }

    public void Add(QueuedItem item)
    {
        Count++;
        _hash.AppendData(Encoding.UTF8.GetBytes($"{item.LineKey}\n{item.CardKey}\n{item.SourceId}\n{item.Points}\n"));
    }

    public string End() => Convert.ToHexString(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();
}
