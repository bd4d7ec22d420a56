using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Serialization;
using Voucherify.Loyalties.Tests.CodeGen.Fixture;
using Voucherify.Loyalties.Tests.CodeGen.Fixture.Generated.Platform;
using Voucherify.Loyalties.Tests.CodeGen.Fixture.Generated.Platform.Api;
using Voucherify.Loyalties.Tests.CodeGen.Fixture.Generated.V1;
using Voucherify.Loyalties.Tests.CodeGen.Fixture.Generated.V1.Api;
using Voucherify.Loyalties.Tests.CodeGen.Fixture.V1;

namespace Voucherify.Loyalties.Tests.CodeGen;

public sealed class FixtureRequestTests
{
    private readonly IThingsApi _things = Requests.Api<IThingsApi>();
    private readonly IOwnersApi _owners = Requests.Api<IOwnersApi>();

    [Fact]
    public async Task A_query_without_values_adds_nothing_to_the_path() =>
        Assert.Equal("/v1/things", await Requests.Target(_things.ListThings(NamedValues.None)));

    [Fact]
    public async Task Scalars_in_a_query_have_one_wire_format()
    {
        var query = new ListThingsQuery
        {
            Limit = 50,
            Order = ThingState.CreatedAtDescending,
            StartingAfterId = "a b&c=d",
            ActiveOnly = true,
            BornOn = new DateOnly(2024, 2, 29),
            AssignmentId = "x",
            NextTo = "thing_1",
        };

        Assert.Equal(
            "/v1/things?limit=50&order=-created_at&starting_after_id=a%20b%26c%3Dd"
            + "&active_only=true&born_on=2024-02-29&assignmentId=x&next_to=thing_1",
            await Target(query));
    }

    [Fact]
    public async Task A_false_flag_is_sent_in_lower_case() =>
        Assert.Equal("/v1/things?active_only=false", await Target(new() { ActiveOnly = false }));

    [Fact]
    public async Task A_list_in_a_query_repeats_its_name() =>
        Assert.Equal("/v1/things?ids=a&ids=b%2Cc", await Target(new() { Ids = ["a", "b,c"] }));

    [Fact]
    public async Task An_instant_in_a_query_is_sent_in_UTC()
    {
        var before = new DateTimeOffset(2024, 1, 2, 5, 4, 5, TimeSpan.FromHours(2));

        Assert.Equal(
            "/v1/things?created_at%5Bbefore%5D=2024-01-02T03%3A04%3A05Z",
            await Target(new() { CreatedAt = new() { Before = before } }));
    }

    [Fact]
    public async Task Filters_have_the_documented_keys()
    {
        var filters = new ThingFilters
        {
            State = new() { In = [ThingState.RolledBack, new("x")], Is = "y", HasValue = string.Empty },
            CreatedAt = new() { After = DateTimeOffset.UnixEpoch, LessThan = 10 },
            Junction = ThingFiltersJunction.And,
        };

        Assert.Equal(
            "/v1/things?filters[state][conditions][$in][0]=ROLLED BACK&filters[state][conditions][$in][1]=x"
            + "&filters[state][conditions][$is]=y&filters[state][conditions][$has_value]="
            + "&filters[created_at][conditions][$after]=1970-01-01T00:00:00Z&filters[created_at][conditions][$less_than]=10"
            + "&filters[junction]=and",
            Uri.UnescapeDataString(await Target(new() { Filters = filters })));
    }

    [Fact]
    public async Task The_keys_of_filters_are_percent_encoded() =>
        Assert.Equal(
            "/v1/things?filters%5Bstate%5D%5Bconditions%5D%5B%24is%5D=a%2Fb",
            await Target(new() { Filters = new() { State = new() { Is = "a/b" } } }));

    [Fact]
    public async Task A_variant_has_the_same_query() =>
        Assert.Equal(
            "/v1/my%20space/things?limit=1",
            await Requests.Target(_things.ListThingsInSpace("my space", new ListThingsQuery { Limit = 1 }.ToValues())));

    [Theory]
    [InlineData("a/b", "/v1/things/a%2Fb")]
    [InlineData("50%", "/v1/things/50%25")]
    [InlineData("%2F", "/v1/things/%252F")]
    [InlineData("a+b ü?#", "/v1/things/a%2Bb%20%C3%BC%3F%23")]
    public async Task An_id_stays_one_path_segment(string id, string target) =>
        Assert.Equal(target, await Requests.Target(_things.GetThing(id)));

    [Fact]
    public async Task A_number_outside_its_limits_is_refused_before_sending()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new ListThingsQuery { Limit = 101 }.Check());

        Assert.Equal("query.Limit", error.ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ListThingsQuery { Limit = 0 }.Check());
        new ListThingsQuery { Limit = 100 }.Check();
        var query = new ListOwnersQuery { Region = "eu", Page = 2 };
        Assert.Equal("/v1/owners?page=2&region=eu", await Requests.Target(_owners.ListOwners(query.ToValues())));
    }

    [Fact]
    public async Task A_body_contains_the_set_members_and_no_nulls()
    {
        var request = new CreateThingRequest
        {
            Name = "n",
            Count = 3,
            Space = "s",
            ParentId = "thing_1",
            Due = new(2024, 5, 30),
            Owner = "cust_1",
        };

        var (type, text) = await Requests.Content(_things.CreateThing(request));

        Assert.Equal("application/json", type);
        Assert.Equal(
            """{"name":"n","count":3,"kind":"thing","due":"2024-05-30","owner":"cust_1","parent_id":"thing_1","space":"s"}""",
            text);
    }

    [Fact]
    public async Task An_instant_in_a_body_is_sent_in_UTC()
    {
        var at = new DateTimeOffset(2024, 1, 2, 5, 4, 5, 678, TimeSpan.FromHours(2));

        var (_, text) = await Requests.Content(_things.CreateThing(new CreateThingRequest { Name = "n", Count = 3, Space = "s", At = at }));

        Assert.Equal("""{"name":"n","count":3,"kind":"thing","at":"2024-01-02T03:04:05.678Z","space":"s"}""", text);
    }

    [Fact]
    public async Task An_array_can_be_a_body()
    {
        CreateThingRequest[] parts = [new() { Name = "a", Count = 1, Space = "s" }, new() { Name = "b", Count = 2, Space = "s" }];

        var (_, text) = await Requests.Content(_things.AddParts("t", parts));

        Assert.Equal("""[{"name":"a","count":1,"kind":"thing","space":"s"},{"name":"b","count":2,"kind":"thing","space":"s"}]""", text);
    }

    [Fact]
    public async Task A_free_form_object_can_be_a_body()
    {
        var settings = new LoyaltyMetadata { ["a"] = 1.50m };

        Assert.Equal("""{"a":1.50}""", (await Requests.Content(_things.ReplaceSettings("t", settings))).Text);
    }

    [Fact]
    public async Task A_form_has_snake_case_fields_and_joined_scopes()
    {
        var form = new LoginRequest { Scope = ["api", "loyalties"], Password = "p&q", RememberMe = true, Tags = ["a", "b"] };

        var (type, text) = await Requests.Content(_owners.Login(form.ToForm()));

        Assert.Equal("application/x-www-form-urlencoded", type);
        Assert.Equal("grant_type=client_credentials&scope=api+loyalties&password=p%26q&remember_me=true&tags=a&tags=b", text);
    }

    [Fact]
    public void Every_route_has_its_metadata()
    {
        Assert.Equal(
            [
                "ActivateThing", "AddParts", "Award", "CreateThing", "DeleteThing", "GetThing", "Greet", "Greet", "ListThings",
                "ListThings", "ReplaceSettings", "Wave",
            ],
            V1Operations.All.Select(operation => operation.Name));
        Assert.Equal(["ListOwners", "Login"], PlatformOperations.All.Select(operation => operation.Name));
        Assert.True(V1Operations.ActivateThing.MovesPoints);
        Assert.False(V1Operations.AddParts.MovesPoints);
        Assert.Equal(Idempotency.Conditional, V1Operations.ActivateThing.Idempotency);
    }

    private Task<string> Target(ListThingsQuery query) => Requests.Target(_things.ListThings(query.ToValues()));
}
