using Refit;

namespace Voucherify.Loyalties.Serialization;

/// <summary>Passes the values to Refit, which percent-encodes names and values.</summary>
internal sealed class NamedValuesQuery : IQueryConverter<NamedValues>
{
    public void Flatten(NamedValues value, string keyPrefix, ref GeneratedQueryStringBuilder builder, RefitSettings settings)
    {
        foreach (var (name, text) in value.Pairs)
        {
            builder.Add(keyPrefix + name, text, preEncoded: false);
        }
    }
}
