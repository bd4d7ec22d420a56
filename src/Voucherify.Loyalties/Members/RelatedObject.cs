using System.Text.Json.Serialization;
using Voucherify.Loyalties.Internal.Json;

namespace Voucherify.Loyalties;

[JsonConverter(typeof(RelatedObjectConverter))]
public sealed partial record RelatedObject;
