namespace Voucherify.Loyalties.Tests.Tools;

/// <summary>A seed with everything that seeds can have.</summary>
internal static class SeedFile
{
    public const string Everything = """
        {
          "$schema": "seed.schema.json",
          // People write seeds by hand.
          "v1": {
            "campaigns": [
              {
                "name": "Rewards", "id": "camp_1", "points_expire_after_months": 12,
                "earning_rules": [{ "name": "Orders", "points": 2, "every": 100 }, { "name": "Each order", "points": 5 }],
                "tiers": [{ "name": "Silver", "from": 0, "to": 999 }, { "name": "Gold", "from": 1000 }]
              }
            ],
            "rewards": [{ "id": "rew_1", "name": "Coffee", "points": 50 }],
            "cards": [
              { "code": "ANNA", "campaign": "Rewards", "points": 500, "expires_on": "2999-12-31" },
              { "code": "FREE", "has_holder": false }
            ]
          },
          "v2": {
            "programs": [
              {
                "name": "Club", "points_expire_after_months": 6,
                "earning_rules": [{ "name": "Orders", "points": 3, "every": 100 }, { "name": "Visit", "points": 7, "event": "visit" }],
                "rewards": [{ "name": "Mug", "points": 40, "stock": 1 }, { "name": "Cap", "points": 30 }],
                "tiers": [{ "name": "Bronze", "from": 0, "to": 99 }, { "name": "Silver", "from": 100 }],
                "members": [{ "customer": "anna", "points": 120 }, { "customer": "ben" }, { }],
              }
            ]
          }
        }
        """;
}
